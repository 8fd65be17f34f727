package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.launcher.project.ExtensionProject;
import eventflux.launcher.project.ProjectKind;
import eventflux.launcher.project.ProjectName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A vendor's day: the project of each kind is written, built by a Maven of its own, its jar and its application are copied into the
 * folder of a node, and the application runs.
 */
public class NewExtensionIT {

    private static final int PATIENCE_MINUTES = 15;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void writesProjectsThatBuildAndRunInANode() throws Exception {
        // given
        Path projects = folder.newFolder("projects").toPath();
        for (ProjectKind kind : ProjectKind.values()) {
            write(kind, projects);
        }

        // when
        build(projects);

        // then
        for (ProjectKind kind : ProjectKind.values()) {
            assertThat(servicesOf(built(kind, projects)))
                    .as("what a program without OSGi finds a " + kind.word() + " by")
                    .hasSize(1);
        }
        Path home = homeOf(projects);
        try (Shell shell = new Shell(home, folder.getRoot().toPath())) {
            for (ProjectKind kind : ProjectKind.values()) {
                Await.until(kind + " runs", () -> shell.says("list", application(kind) + " +RUNNING"));
            }
            assertThat(shell.answer("list")).doesNotContain("FAILED", "WAITING");
            for (ProjectKind kind : ProjectKind.values()) {
                String page = shell.answer("extensions " + name(kind));
                assertThat(page).contains("acme-own-" + kind.word() + " 1.0.0");
                assertThat(page.contains("Used by: " + application(kind)))
                        .as(page)
                        .isEqualTo(isNamedInTexts(kind));
            }
            assertThat(shell.answer("eventflux:tail OwnWindow Out 1")).contains("total");
            assertThat(shell.answer("persist OwnPersistenceStore")).contains("OwnPersistenceStore");
            Await.until("an event failed", () -> shell.says("errors OwnErrorStore", "not wanted"));
        }
    }

    // The stores of states and of failed events are named by the configuration.
    private static boolean isNamedInTexts(ProjectKind kind) {
        return kind != ProjectKind.PERSISTENCE_STORE && kind != ProjectKind.ERROR_STORE;
    }

    private static String application(ProjectKind kind) {
        return "Own"
                + Arrays.stream(kind.word().split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static String name(ProjectKind kind) {
        String application = application(kind);
        return "acme:o" + application.substring(1);
    }

    private static void write(ProjectKind kind, Path projects) throws IOException {
        Path library = Node.place("dist").resolve("sdk");
        ProjectName name = ProjectName.of("acme:own-" + kind.word()).orElseThrow();
        new ExtensionProject(kind, name)
                .write(
                        projects.resolve(kind.word()),
                        Map.of(
                                "eventflux.api", jar(library, "eventflux.api"),
                                "eventflux.testkit", jar(library, "eventflux.testkit")));
    }

    private static Path jar(Path library, String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(library)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(artifact + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One run for all of them: each is a whole project, and starting Maven takes longer than building one. */
    private void build(Path projects) throws IOException, InterruptedException {
        String modules = Arrays.stream(ProjectKind.values())
                .map(kind -> "<module>" + kind.word() + "</module>")
                .collect(Collectors.joining());
        Files.writeString(
                projects.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>acme</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules>" + modules
                        + "</modules></project>");
        Path log = folder.newFile("build.log").toPath();
        Process maven = new ProcessBuilder(
                        Node.place("maven").resolve("bin/mvn").toString(),
                        "--batch-mode",
                        "-Dmaven.repo.local=" + Node.place("repository"),
                        "--file",
                        projects.toString(),
                        "package")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(maven.exitValue()).as(Files.readString(log)).isZero();
    }

    private static Path built(ProjectKind kind, Path projects) {
        return projects.resolve(kind.word()).resolve("target").resolve("acme-own-" + kind.word() + "-1.0.0.jar");
    }

    private static List<String> servicesOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith("META-INF/services/eventflux.api.spi."))
                    .toList();
        }
    }

    /** An installation beside the one that was built, whose watched folder has what was written. */
    private Path homeOf(Path projects) throws IOException {
        Path dist = Node.place("dist").toAbsolutePath();
        Path home = folder.newFolder("home").toPath();
        for (String shared : List.of("lib", "bundles", "conf", "etc", "sdk")) {
            Files.createSymbolicLink(home.resolve(shared), dist.resolve(shared));
        }
        Path bin = Files.createDirectory(home.resolve("bin"));
        Files.copy(dist.resolve("bin/eventflux"), bin.resolve("eventflux"), StandardCopyOption.COPY_ATTRIBUTES);
        Path deploy = Files.createDirectory(home.resolve("deploy"));
        for (ProjectKind kind : ProjectKind.values()) {
            Path jar = built(kind, projects);
            Files.copy(jar, deploy.resolve(jar.getFileName()));
            Path text = projects.resolve(kind.word()).resolve("app.eventflux");
            Files.copy(text, deploy.resolve(kind.word() + ".eventflux"));
        }
        return home;
    }

    /** A node, and somebody who types. */
    private static final class Shell implements AutoCloseable {

        private final Process process;
        private final PrintWriter in;
        private final BufferedReader out;
        private int asked;

        Shell(Path home, Path work) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    home.resolve("bin/eventflux").toString(),
                    "shell",
                    "--set",
                    "persistence.type=acme:ownPersistenceStore",
                    "--set",
                    "persistence.path=states",
                    "--set",
                    "errors.type=acme:ownErrorStore",
                    "--set",
                    "errors.path=errors");
            builder.environment().put("EVENTFLUX_ARCHIVE", "none");
            process = builder.directory(work.toFile()).redirectErrorStream(true).start();
            in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
            out = process.inputReader(StandardCharsets.UTF_8);
        }

        /** What it prints when a command is typed; the end is typed in quotes, so that its echo does not look like it. */
        String answer(String command) {
            String end = "end of answer " + ++asked;
            in.println(command);
            in.println("echo 'end of' answer " + asked);
            StringBuilder answer = new StringBuilder();
            try {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.contains(end)) {
                        return answer.toString();
                    }
                    answer.append(line).append('\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new AssertionError("it ended:\n" + answer);
        }

        boolean says(String command, String pattern) {
            return Pattern.compile(pattern).matcher(answer(command)).find();
        }

        @Override
        public void close() {
            in.close();
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
