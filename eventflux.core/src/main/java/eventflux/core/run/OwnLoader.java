package eventflux.core.run;

import java.io.IOException;

/**
 * Starts what an extension has made, with the class loader of its bundle as that of the thread. Threads that it begins inherit it, so it is
 * known whose they are, even where they wait in a pool; and libraries that look for classes there find their own.
 */
final class OwnLoader {

    /** What may fail for want of the outside. */
    @FunctionalInterface
    interface Start {

        void run() throws IOException;
    }

    private OwnLoader() {}

    static void start(Object extension, Start start) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(extension.getClass().getClassLoader());
        try {
            start.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
