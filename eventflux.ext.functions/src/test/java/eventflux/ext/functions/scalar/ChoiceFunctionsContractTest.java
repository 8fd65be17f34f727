package eventflux.ext.functions.scalar;

import static eventflux.testkit.function.FunctionCase.call;

import eventflux.api.spi.function.FunctionLibrary;
import eventflux.testkit.function.FunctionCase;
import eventflux.testkit.function.FunctionContract;
import java.util.List;

class ChoiceFunctionsContractTest extends FunctionContract {

    @Override
    protected FunctionLibrary library() {
        return new ChoiceFunctions();
    }

    @Override
    protected List<FunctionCase> cases() {
        return List.of(
                call("maximum", 1, 3, 2).gives(3),
                call("greatest", 1L, null, 2).gives(2L),
                call("math:max", 1.5f, 1).gives(1.5f),
                call("maximum", 1.5, 1, 2.5f).gives(2.5),
                call("minimum", 1, 3, 2).gives(1),
                call("least", 1L, null, 2).gives(1L),
                call("math:min", 1.5f, 1).gives(1f),
                call("minimum", 1.5, 1, 2.5f).gives(1.0));
    }
}
