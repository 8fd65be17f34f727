package eventflux.launcher.node;

import eventflux.launcher.LauncherError;
import eventflux.launcher.node.NodeRequest.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of an unpacked distribution.
 *
 * @param home the folder that holds bin, lib, bundles, conf and deploy
 * @param isInteractive whether somebody, or a file or pipe of commands, is at the standard input
 */
public record Distribution(Path home, boolean isInteractive) {

    /** The system property by which the start script says where the distribution is. */
    public static final String HOME_PROPERTY = "eventflux.home";

    /** The system property by which the start script says whether anybody is at the standard input; Java can't tell. */
    public static final String INTERACTIVE_PROPERTY = "eventflux.interactive";

    /** The distribution that this process was started from: {@value #HOME_PROPERTY}, or else the working directory. */
    public static Distribution ofRunningProcess() {
        Path home = Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath();
        return new Distribution(home, Boolean.getBoolean(INTERACTIVE_PROPERTY));
    }

    /** The folder of all bundles that ship with the distribution. */
    public Path bundles() {
        return home.resolve("bundles");
    }

    /** Bundles that every command needs: the engine and the extensions that ship with it. */
    public List<Path> engineBundles() {
        return jarsOf(bundles().resolve("engine"));
    }

    /** Bundles that only a node with a shell needs. */
    public List<Path> nodeBundles() {
        return jarsOf(bundles().resolve("node"));
    }

    /** Bundles that only an editor needs. */
    public List<Path> editorBundles() {
        return jarsOf(bundles().resolve("editor"));
    }

    /**
     * A library that extensions are written against.
     *
     * @param artifact its name without version
     */
    public Path library(String artifact) {
        Path folder = home.resolve("sdk");
        return jarsOf(folder).stream()
                .filter(jar -> jar.getFileName().toString().startsWith(artifact + "-"))
                .findFirst()
                .orElseThrow(() -> LauncherError.DISTRIBUTION_INCOMPLETE.exception("folder", folder));
    }

    /** The folder that a node watches for jars and texts. */
    public Path deploy() {
        return home.resolve("deploy");
    }

    /** Where a node keeps its bundle cache and history. */
    public Path data() {
        return home.resolve("data");
    }

    /** What says where log lines go. */
    Path logConfiguration(Profile profile) {
        boolean isShell = profile == Profile.NODE && isInteractive;
        return home.resolve("conf").resolve(isShell ? "logback-shell.xml" : "logback.xml");
    }

    private static List<Path> jarsOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw LauncherError.DISTRIBUTION_INCOMPLETE.because(missing, "folder", folder);
        }
    }
}
