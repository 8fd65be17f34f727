package eventflux.launcher.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages of the launcher's class path that bundles share with it, as the framework wants to hear them. Names and versions
 * are read from the jars' own manifests, so nobody repeats them.
 */
final class SystemPackages {

    private SystemPackages() {}

    /** The Export-Package headers of the jars (or class folders) that hold the given classes, joined. */
    static String exportedBy(Stream<Class<?>> members) {
        return members.map(SystemPackages::placeOf).map(SystemPackages::exports).collect(Collectors.joining(","));
    }

    private static Path placeOf(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException("class=" + member.getName(), notAFile);
        }
    }

    private static String exports(Path place) {
        try {
            Manifest manifest = Files.isDirectory(place) ? manifestInFolder(place) : manifestInJar(place);
            String exports = manifest.getMainAttributes().getValue(new Attributes.Name("Export-Package"));
            if (exports == null) {
                throw new IllegalStateException("no Export-Package in place=" + place);
            }
            return exports;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Manifest manifestInFolder(Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(JarFile.MANIFEST_NAME))) {
            return new Manifest(in);
        }
    }

    private static Manifest manifestInJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            return file.getManifest();
        }
    }
}
