package eventflux.ext.javascript;

import eventflux.api.spi.script.ScriptFunction;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;

/**
 * A script with the objects that it sees, which are its own.
 *
 * @param contexts where it runs
 * @param scope the objects
 * @param function the script
 * @param isByNumber whether it takes its arguments as one array
 */
record JavaScriptFunction(BoundedContexts contexts, ScriptableObject scope, Function function, boolean isByNumber)
        implements ScriptFunction {

    @Override
    public Object call(Object[] arguments) {
        try {
            return contexts.run(context -> {
                Object[] values = ScriptValues.toScript(arguments, context, scope);
                Object[] passed = isByNumber ? new Object[] {context.newArray(scope, values)} : values;
                return ScriptValues.fromScript(function.call(context, scope, scope, passed));
            });
        } catch (RhinoException e) {
            throw JavaScript.refusal(e);
        }
    }
}
