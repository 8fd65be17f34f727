package eventflux.ext.javascript;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextAction;
import org.mozilla.javascript.ContextFactory;

/** Where scripts run: without classes of Java, and not for ever. Used by any thread. */
final class BoundedContexts extends ContextFactory {

    /** So many steps take a second or two: a script that takes more has no end. */
    private static final long MOST_STEPS = 200_000_000;

    private static final int STEPS_BETWEEN_LOOKS = 1_000_000;

    private final boolean isInterpreted = !hasDynalink();

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

    // Compiled scripts link by it, and a platform may do without.
    private static boolean hasDynalink() {
        try {
            Class.forName("jdk.dynalink.DynamicLinker", false, BoundedContexts.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Runs something where Rhino finds its own parts, which it looks for by the loader of the thread. */
    <T> T run(ContextAction<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(BoundedContexts.class.getClassLoader());
        try {
            return call(action);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected Context makeContext() {
        Context context = new CountingContext(this);
        context.setInterpretedMode(isInterpreted);
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
