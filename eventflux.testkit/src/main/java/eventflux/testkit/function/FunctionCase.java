package eventflux.testkit.function;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A call and what it gives.
 *
 * @param name of the function, with its namespace when it has one
 * @param arguments boxed, null where the argument is null; a prepared parameter takes what is made of its text
 * @param result boxed or null
 */
public record FunctionCase(String name, List<Object> arguments, Object result) {

    /** A call that has no result yet. */
    public static Call call(String name, Object... arguments) {
        return new Call(name, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
    }

    /**
     * A call.
     *
     * @param name of the function
     * @param arguments boxed
     */
    public record Call(String name, List<Object> arguments) {

        /** What it gives. */
        public FunctionCase gives(Object result) {
            return new FunctionCase(name, arguments, result);
        }
    }

    @Override
    public String toString() {
        return name + arguments + " = " + result;
    }
}
