package eventflux.core.catalog;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A jar or folder of a class path; a jar is opened once for all that is read of it, as that reads its whole directory. Used by one thread. */
final class ClassPathRoot implements Closeable {

    private static final String COMMENT = "#";

    private final String location;
    private final JarFile jar; // null when it is a folder

    private ClassPathRoot(String location, JarFile jar) {
        this.location = location;
        this.jar = jar;
    }

    /** The location of the root that a resource lies in. */
    static String location(URL resource, String name) {
        String text = resource.toString();
        return text.substring(0, text.length() - name.length());
    }

    static ClassPathRoot open(String location) throws IOException {
        URLConnection connection = new URL(location).openConnection();
        if (connection instanceof JarURLConnection inJar) {
            inJar.setUseCaches(false); // a cached connection would keep the jar open
            return new ClassPathRoot(location, inJar.getJarFile());
        }
        return new ClassPathRoot(location, null);
    }

    /** The headers of its manifest; none when it has no manifest. */
    Attributes headers() throws IOException {
        if (jar != null) {
            Manifest manifest = jar.getManifest();
            return manifest == null ? new Attributes() : manifest.getMainAttributes();
        }
        try (InputStream in = resource(JarFile.MANIFEST_NAME)) {
            return new Manifest(in).getMainAttributes();
        } catch (FileNotFoundException e) {
            return new Attributes(); // a folder without one
        }
    }

    /** The lines of a text, without comments. */
    List<String> lines(String name) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> line.split(COMMENT, 2)[0].strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private InputStream resource(String name) throws IOException {
        return jar == null ? JarProviders.open(new URL(location + name)) : jar.getInputStream(jar.getEntry(name));
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
