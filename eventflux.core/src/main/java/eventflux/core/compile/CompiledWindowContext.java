package eventflux.core.compile;

import eventflux.api.event.Schema;
import eventflux.api.spi.Arguments;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.ChangingCondition;
import eventflux.api.spi.window.RowCondition;
import eventflux.api.spi.window.WindowContext;
import eventflux.core.resolved.ResolvedQuery.WindowCall;
import eventflux.core.resolved.WindowCondition;

/** What a window is made from. */
record CompiledWindowContext(
        WindowCall call, ConditionCompiler conditions, Schema schema, StateFactory state, Timer timer, WindowUse use)
        implements WindowContext {

    @Override
    public Arguments arguments() {
        return call.arguments();
    }

    @Override
    public RowCondition condition(String parameter) {
        if (call.conditions().get(parameter) instanceof WindowCondition.FromRows) {
            throw new IllegalArgumentException(
                    "The window keeps to one condition, whose text cannot come with the rows.");
        }
        return changingCondition(parameter);
    }

    @Override
    public ChangingCondition changingCondition(String parameter) {
        WindowCondition condition = call.conditions().get(parameter);
        if (condition == null) {
            throw new IllegalStateException("no condition is given for parameter=" + parameter);
        }
        return conditions.compile(parameter, condition);
    }

    @Override
    public boolean expiredWanted() {
        return use.expired();
    }

    @Override
    public boolean foldsRows() {
        return use == WindowUse.FOLDED;
    }
}
