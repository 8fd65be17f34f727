package eventflux.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.window.WindowFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathExtensionsTest {

    private static final Class<?> WINDOW = PublicWindow.class;

    private final ExtensionCatalog catalog = new ExtensionCatalog();

    @TempDir
    private Path folder;

    @Test
    void registersWhatTheServiceFilesName() throws IOException {
        Path jar = jar(
                manifest("Bundle-SymbolicName", "vendor.windows;singleton:=true", "Bundle-Version", "1.2.3"),
                WINDOW.getName());

        List<Problem> problems = load(jar);

        assertThat(problems).isEmpty();
        assertThat(provider()).isEqualTo("vendor.windows 1.2.3");
    }

    @Test
    void namesAJarThatIsNoBundleByItsTitleOrItsFile() throws IOException {
        load(jar(manifest("Implementation-Title", "windows", "Implementation-Version", "7"), WINDOW.getName()));
        assertThat(provider()).isEqualTo("windows 7");

        ExtensionCatalog other = new ExtensionCatalog();
        try (URLClassLoader loader = loader(jar(new Manifest(), WINDOW.getName()))) {
            new ClassPathExtensions(loader, problem -> {}).registerInto(other, made -> {});
        }
        assertThat(other.snapshot().find(ExtensionKind.WINDOW, "public"))
                .map(found -> found.provider().toString())
                .contains("extension.jar");
    }

    @Test
    void reportsWhatCannotBeLoadedAndKeepsTheOthers() throws IOException {
        List<Problem> problems =
                load(jar(new Manifest(), "no.such.Factory", ClassPathExtensionsTest.class.getName(), WINDOW.getName()));

        assertThat(problems)
                .extracting(problem -> problem.code().code())
                .containsExactly("not-loadable", "not-loadable");
        assertThat(provider()).isEqualTo("extension.jar");
    }

    @Test
    void makesWhatAManifestNamesWhenItIsAskedFor() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Path jar = jar(
                manifest(
                        "Bundle-SymbolicName",
                        "vendor.windows",
                        "Bundle-Version",
                        "1.2.3",
                        "Provide-Capability",
                        "osgi.service;objectClass:List<String>=\"a,b;c\","
                                + capability(WINDOW.getName(), "\"public,other\"") + ","
                                + capability("no.such.Factory", "missing")
                                + ",eventflux.extension;kind=FUTURE;class=x;name=y"),
                WINDOW.getName() + " # the one",
                "# a comment",
                "no.such.Factory");

        try (Noting loader = new Noting(jar)) {
            new ClassPathExtensions(loader, problems::add).announceInto(catalog);

            assertThat(catalog.snapshot().find(ExtensionKind.WINDOW, "length")).isEmpty();
            assertThat(loader.asked).doesNotContain(WINDOW.getName(), "no.such.Factory");
            assertThat(provider()).isEqualTo("vendor.windows 1.2.3");
            assertThat(loader.asked).contains(WINDOW.getName());
            assertThat(problems).isEmpty();
            assertThat(catalog.snapshot().find(ExtensionKind.WINDOW, "missing")).isEmpty();
        }
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code().code()).isEqualTo("not-loadable");
            assertThat(problem.message()).contains("no.such.Factory");
        });
    }

    private static String capability(String type, String names) {
        return "eventflux.extension;kind=WINDOW;class=\"" + type + "\";name:List<String>=" + names;
    }

    @Test
    void readsAtOnceWhatNoManifestNames() throws IOException {
        List<Problem> problems = new ArrayList<>();

        try (URLClassLoader loader = loader(jar(
                manifest(
                        "Bundle-SymbolicName",
                        "vendor.windows",
                        "Provide-Capability",
                        "eventflux.extension;kind=WINDOW;class=x"),
                "no.such.Factory",
                WINDOW.getName()))) {
            new ClassPathExtensions(loader, problems::add).announceInto(catalog);
        }

        assertThat(problems).extracting(problem -> problem.code().code()).containsExactly("not-loadable");
        assertThat(provider()).isEqualTo("vendor.windows");
    }

    private String provider() {
        return catalog.snapshot()
                .find(ExtensionKind.WINDOW, "public")
                .map(found -> found.provider().toString())
                .orElse("none");
    }

    private List<Problem> load(Path jar) throws IOException {
        try (URLClassLoader loader = loader(jar)) {
            List<Problem> problems = new ArrayList<>();
            new ClassPathExtensions(loader, problems::add).registerInto(catalog, made -> {});
            return problems;
        }
    }

    private static URLClassLoader loader(Path jar) throws IOException {
        return new Noting(jar);
    }

    /** Loads the window from the jar, though the parent has it too, and remembers what it was asked for. */
    private static final class Noting extends URLClassLoader {

        private final List<String> asked = new ArrayList<>();

        Noting(Path jar) throws IOException {
            super(new URL[] {jar.toUri().toURL()}, WINDOW.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            asked.add(name);
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null) {
                    loaded = name.equals(WINDOW.getName()) ? findClass(name) : super.loadClass(name, resolve);
                }
                return loaded;
            }
        }
    }

    private Path jar(Manifest manifest, String... factories) throws IOException {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Path jar = folder.resolve("extension.jar");
        String classFile = WINDOW.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream bytes = WINDOW.getClassLoader().getResourceAsStream(classFile)) {
            out.putNextEntry(new JarEntry("META-INF/services/" + WindowFactory.class.getName()));
            out.write(String.join("\n", factories).getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            out.putNextEntry(new JarEntry(classFile));
            bytes.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

    private static Manifest manifest(String... namesAndValues) {
        Manifest manifest = new Manifest();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            manifest.getMainAttributes().putValue(namesAndValues[i], namesAndValues[i + 1]);
        }
        return manifest;
    }
}
