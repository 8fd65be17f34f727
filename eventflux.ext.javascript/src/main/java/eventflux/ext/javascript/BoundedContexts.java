package eventflux.ext.javascript;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;

/** Where scripts run: without classes of Java, and not for ever. Used by any thread. */
final class BoundedContexts extends ContextFactory {

    /** So many steps take a second or two: a script that takes more has no end. */
    private static final long MOST_STEPS = 200_000_000;

    private static final int STEPS_BETWEEN_LOOKS = 1_000_000;

    /** Stops a script; an error, which it cannot catch. */
    static final class EndlessScriptError extends Error {

        private static final long serialVersionUID = 1L;

        EndlessScriptError() {
            super("the script has no end");
        }
    }

    /** A context that counts. Of one call. */
    private static final class CountingContext extends Context {

        private long steps;

        CountingContext(ContextFactory factory) {
            super(factory);
        }
    }

    @Override
    protected Context makeContext() {
        Context context = new CountingContext(this);
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setClassShutter(name -> false);
        context.setGenerateObserverCount(true);
        context.setInstructionObserverThreshold(STEPS_BETWEEN_LOOKS);
        return context;
    }

    @Override
    protected void observeInstructionCount(Context context, int count) {
        CountingContext counting = (CountingContext) context;
        counting.steps += count;
        if (counting.steps > MOST_STEPS) {
            throw new EndlessScriptError();
        }
    }
}
