package eventflux.launcher.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Compiles what is written against API and test kit, and runs its test. */
class ExtensionProjectTest {

    private static final ProjectName NAME = ProjectName.of("acme:top-price").orElseThrow();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ProjectKind.class)
    void writesAProjectWhoseTestPasses(ProjectKind kind) throws Exception {
        // given
        new ExtensionProject(kind, NAME).write(folder, Map.of());
        Path classes = Files.createDirectory(folder.resolve("classes"));

        // when
        String errors = compile(folder.resolve("src"), classes);

        // then
        assertThat(errors).isEmpty();
        SummaryGeneratingListener summary = run(classes, "acme.topprice.TopPrice" + kind.suffix() + "Test");
        assertThat(summary.getSummary().getFailures())
                .extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                .isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(ProjectKind.class)
    void writesWhatCompilesUnderNamesThatJavaHasToo(ProjectKind kind) throws Exception {
        for (String name : List.of("new:int", "acme:" + kind.word())) {
            Path project = Files.createDirectory(folder.resolve(name.replace(':', '-')));
            new ExtensionProject(kind, ProjectName.of(name).orElseThrow()).write(project, Map.of());

            assertThat(compile(project.resolve("src"), Files.createDirectory(project.resolve("classes"))))
                    .as(name)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ProjectKind.class)
    void leavesNothingOpen(ProjectKind kind) throws IOException {
        new ExtensionProject(kind, NAME).write(folder, Map.of());

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .doesNotContainPattern(
                                    "@(package|artifact|namespace|name|Class|label|call|library|junit|bnd)@")
                            .doesNotContain("${project.version}", "${junit.version}"));
        }
        assertThat(folder.resolve("app.eventflux")).content().contains("acme:topPrice");
    }

    @Test
    void putsTheLibrariesInto() throws IOException {
        Path jar = Files.writeString(folder.resolve("any.jar"), "jar");

        new ExtensionProject(ProjectKind.WINDOW, NAME).write(folder, Map.of("eventflux.api", jar));

        try (Stream<Path> files = Files.walk(folder.resolve("repository"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .allMatch(file -> file.startsWith("eventflux.api-"))
                    .hasSize(2);
        }
    }

    @Test
    void givesLibrariesThatChangeAVersionOfTheirOwn() throws IOException {
        Path first = Files.writeString(folder.resolve("first.jar"), "first");
        Path second = Files.writeString(folder.resolve("second.jar"), "second");

        assertThat(List.of(versionOf("a", first), versionOf("b", second), versionOf("c", first)))
                .allSatisfy(version -> assertThat(version).doesNotContain("SNAPSHOT"))
                .satisfies(versions ->
                        assertThat(versions.get(0)).isEqualTo(versions.get(2)).isNotEqualTo(versions.get(1)));
    }

    private String versionOf(String name, Path library) throws IOException {
        Path project = folder.resolve(name);
        new ExtensionProject(ProjectKind.WINDOW, NAME).write(project, Map.of("eventflux.api", library));
        return Files.readString(project.resolve("pom.xml")).split("eventflux.version>")[1];
    }

    @Test
    void readsNames() {
        assertThat(ProjectName.of("acme:topPrice")).contains(NAME);
        assertThat(ProjectName.of("top-price").orElseThrow().namespace()).isEqualTo("my");
        assertThat(NAME.artifact()).isEqualTo("acme-top-price");
        for (String wrong : List.of("", "a:b:c", "-a", "a-", "1a", "a b", "Acme:a", "ä")) {
            assertThat(ProjectName.of(wrong)).as(wrong).isEmpty();
        }
    }

    private static String compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(
                    found.filter(file -> file.toString().endsWith(".java")).toList());
            List<String> options = List.of("-proc:none", "-d", classes.toString());
            compiler.getTask(errors, files, null, options, null, units).call();
        }
        return errors.toString();
    }

    private static SummaryGeneratingListener run(Path classes, String test) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ExtensionProjectTest.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(loader.loadClass(test)))
                                    .build(),
                            summary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        } finally {
            thread.setContextClassLoader(before);
        }
        return summary;
    }
}
