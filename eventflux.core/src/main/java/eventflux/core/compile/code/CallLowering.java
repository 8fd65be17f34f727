package eventflux.core.compile.code;

import eventflux.core.compile.code.term.BoxTerm;
import eventflux.core.compile.code.term.CallTerm;
import eventflux.core.compile.code.term.NullTerm;
import eventflux.core.compile.code.term.Term;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.FunctionBinding;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Fits arguments to the parameters of a function. */
final class CallLowering {

    private CallLowering() {}

    /** The term of a call: null where an argument is null that the function does not take. */
    static Term lower(Expr.Call call, List<Term> arguments, int handle) {
        FunctionBinding function = call.function();
        MethodType method = function.handle().type();
        List<Term> passed = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Term argument = arguments.get(i);
            if (!takesNull(parameter(function, i))) {
                passed.add(argument);
            } else {
                passed.add(new BoxTerm(argument));
            }
        }
        if (passed.stream().anyMatch(Term::isNull)) {
            return new NullTerm(call.type());
        }
        return new CallTerm(
                handle, method, function.takesContext(), function.variadic(), Outlining.fit(passed), call.type());
    }

    private static Class<?> parameter(FunctionBinding function, int argument) {
        MethodType method = function.handle().type();
        int index = function.takesContext() ? argument + 1 : argument;
        int last = method.parameterCount() - 1;
        return function.variadic() && index >= last
                ? method.parameterType(last).getComponentType()
                : method.parameterType(index);
    }

    private static boolean takesNull(Class<?> parameter) {
        return !parameter.isPrimitive() && parameter != String.class;
    }
}
