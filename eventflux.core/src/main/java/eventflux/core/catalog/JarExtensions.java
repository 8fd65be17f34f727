package eventflux.core.catalog;

import eventflux.api.Registration;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Extensions of jars that are not on the class path; the way without OSGi. The classes of each jar have a loader of their own, which sees the
 * JDK and the API of EventFlux and nothing else, so that two jars may bring two versions of a library. Safe for many threads.
 */
public final class JarExtensions {

    private final ExtensionCatalog catalog;
    // Guarded by this.
    private final Map<String, Loaded> byName = new HashMap<>();

    /** Puts what jars bring into a catalog. */
    public JarExtensions(ExtensionCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Takes a jar; one that had the name before goes when the other one is there.
     *
     * @throws EventFluxException when it is no jar, or nothing of it, or not all of it, can be used
     */
    public synchronized Registration set(String name, Path jar) {
        Loaded next = new Loaded(name, load(name, jar));
        Loaded former = byName.put(name, next);
        if (former != null) {
            former.release();
        }
        return next;
    }

    /** Lets go of all. */
    public synchronized void close() {
        List.copyOf(byName.values()).forEach(Loaded::close);
    }

    private Content load(String name, Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw refused(name, jar, "there is no such file");
        }
        Content content = new Content(loader(jar), new ArrayList<>());
        List<Problem> problems = new ArrayList<>();
        new ClassPathExtensions(content.loader(), problems::add).registerInto(catalog, content.registrations()::add);
        if (!problems.isEmpty() || content.registrations().isEmpty()) {
            content.release();
            throw problems.isEmpty()
                    ? refused(name, jar, "it names no extensions under META-INF/services")
                    : new EventFluxException(problems);
        }
        return content;
    }

    private static EventFluxException refused(String name, Path jar, String cause) {
        return new EventFluxException(Problem.of(CatalogError.JAR_REFUSED, "name", name, "jar", jar, "cause", cause));
    }

    private static URLClassLoader loader(Path jar) {
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, new ApiLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a jar brought. */
    private record Content(URLClassLoader loader, List<ExtensionRegistration> registrations) {

        void release() {
            registrations.forEach(Registration::close);
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A jar under its name. */
    private final class Loaded implements Registration {

        private final String name;
        // Guarded by the outer object; null when it was let go.
        private Content content;

        Loaded(String name, Content content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public void close() {
            synchronized (JarExtensions.this) {
                byName.remove(name, this);
                release();
            }
        }

        void release() {
            if (content != null) {
                content.release();
                content = null;
            }
        }
    }

    /** Sees the API beside what is Java's own. */
    private static final class ApiLoader extends ClassLoader {

        private static final String API = "eventflux.api.";

        ApiLoader() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith(API)) {
                throw new ClassNotFoundException(name);
            }
            return Class.forName(name, false, Registration.class.getClassLoader());
        }
    }
}
