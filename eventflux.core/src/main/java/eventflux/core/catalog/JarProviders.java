package eventflux.core.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Says which jar a class comes from: by the headers of its manifest, or by the name of its file. */
final class JarProviders {

    private static final String UNKNOWN = "class path";

    // Used by the thread that fills the catalog.
    private final Map<String, Provider> byLocation = new HashMap<>();

    Provider of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return new Provider(UNKNOWN, "", 0);
        }
        return byLocation.computeIfAbsent(source.getLocation().toString(), location -> read(source.getLocation()));
    }

    private static Provider read(URL location) {
        Provider byFile = new Provider(fileName(location), "", 0);
        try (InputStream in = open(manifest(location))) {
            Provider named = named(new Manifest(in).getMainAttributes());
            return named.name().isEmpty() ? byFile : named;
        } catch (IOException e) {
            return byFile; // no manifest: the file's name is all that is known
        }
    }

    /** By the headers alone; without a name when they have none. */
    static Provider named(Attributes headers) {
        return new Provider(
                first(headers, "Bundle-SymbolicName", "Implementation-Title")
                        .split(";")[0]
                        .strip(),
                first(headers, "Bundle-Version", "Implementation-Version"),
                0);
    }

    private static URL manifest(URL location) throws IOException {
        String text = location.toString();
        return new URL(
                text.endsWith("/") ? text + JarFile.MANIFEST_NAME : "jar:" + text + "!/" + JarFile.MANIFEST_NAME);
    }

    /** Opens what may lie in a jar, which can be replaced afterwards. */
    static InputStream open(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false); // a cached connection would keep the jar open
        return connection.getInputStream();
    }

    private static String first(Attributes headers, String... names) {
        for (String name : names) {
            String value = headers.getValue(name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }

    private static String fileName(URL location) {
        String path = location.getPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }
}
