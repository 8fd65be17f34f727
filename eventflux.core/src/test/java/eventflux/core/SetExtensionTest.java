package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.Registration;
import eventflux.api.error.EventFluxException;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetExtensionTest {

    /** Lets every row pass. */
    @Extension(kind = ExtensionKind.WINDOW, name = "all", description = "Every row passes.")
    private static final class All implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return (row, now, out) -> out.current(row);
        }
    }

    // What it answers tells which jar it is from, and whether it sees more than the API.
    private static final String SOURCE = """
            package acme;

            import eventflux.api.spi.function.Function;
            import eventflux.api.spi.function.FunctionLibrary;

            public final class Tax implements FunctionLibrary {

                @Function(namespace = "acme", name = "tax", description = "The tax.")
                public static long tax(long price) {
                    try {
                        Class.forName("eventflux.core.Engine", false, Tax.class.getClassLoader());
                        return -1;
                    } catch (ClassNotFoundException isolated) {
                        return price * %d;
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Path jar(int rate) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes-" + rate));
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///acme/Tax.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return SOURCE.formatted(rate);
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", classes.toString());
            compiler.getTask(errors, files, null, options, null, List.of(source))
                    .call();
        }
        assertThat(errors.toString()).isEmpty();
        Path jar = folder.resolve("tax-" + rate + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("acme/Tax.class"));
            Files.copy(classes.resolve("acme/Tax.class"), out);
            out.putNextEntry(new ZipEntry("META-INF/services/eventflux.api.spi.function.FunctionLibrary"));
            out.write("acme.Tax".getBytes());
        }
        return jar;
    }

    @Test
    void takesTheExtensionsOfAJarAndOfAnotherOneInItsPlace() throws IOException {
        // given
        EventFluxAppRuntime app =
                fixture.engine.deploy("app", EngineFixture.STREAM + "from S select acme:tax(n) as t insert into Out;");
        app.start();
        AppState before = app.state();

        // when
        Registration first = fixture.engine.setExtension("tax", jar(2));
        List<String> out = EngineFixture.events(app, "Out");
        EngineFixture.send(app, 1, 10L, "a");
        Registration second = fixture.engine.setExtension("tax", jar(3));
        EngineFixture.send(app, 2, 10L, "a");
        first.close();
        EngineFixture.send(app, 3, 10L, "a");

        // then
        assertThat(before).isEqualTo(AppState.WAITING);
        assertThat(out).containsExactly("@1[20]", "@2[30]", "@3[30]");

        // when
        second.close();

        // then
        assertThat(app.state()).isEqualTo(AppState.WAITING);
    }

    @Test
    void refusesJarsThatBringNothing() throws IOException {
        Path empty = folder.resolve("empty.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(empty))) {
            out.putNextEntry(new ZipEntry("readme"));
        }

        assertThatThrownBy(() -> fixture.engine.setExtension("x", empty))
                .isInstanceOf(EventFluxException.class)
                .hasMessageContaining("extension x cannot be made of")
                .hasMessageContaining("it names no extensions");
        assertThatThrownBy(() -> fixture.engine.setExtension("x", folder.resolve("none.jar")))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void takesAnExtensionOfTheProgramAndLetsGoOfIt() {
        EventFluxAppRuntime app =
                fixture.engine.deploy("app", EngineFixture.STREAM + "from S#window.all() select n insert into Out;");
        app.start();

        Registration registration = fixture.engine.register(new All());
        AppState during = app.state();
        registration.close();

        assertThat(during).isEqualTo(AppState.RUNNING);
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        assertThatThrownBy(() -> fixture.engine.register("no extension"))
                .hasMessageContaining("implements none of the extension interfaces");
    }
}
