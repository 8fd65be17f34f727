package eventflux.itest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The vendor's jar from the examples in two versions: the same classes, another version and another tax rate.
 *
 * @param version of the bundle
 * @param rate what {@code acme:vat} multiplies by
 */
record VendorJar(String version, double rate) {

    static final VendorJar FIRST = new VendorJar("1.0.0", 0.25);
    static final VendorJar PATCH = new VendorJar("1.0.1", 0.3);
    static final VendorJar SECOND = new VendorJar("1.1.0", 0.5);

    private static final String RATES = "eventflux/examples/vendor/vat.properties";

    /** The jar. */
    InputStream open() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarFile original = new JarFile(Node.place("vendor").toFile());
                JarOutputStream jar = new JarOutputStream(bytes, manifest(original))) {
            Enumeration<JarEntry> entries = original.entries();
            while (entries.hasMoreElements()) {
                copy(original, entries.nextElement(), jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private Manifest manifest(JarFile original) throws IOException {
        Manifest manifest = original.getManifest();
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        return manifest;
    }

    private void copy(JarFile original, JarEntry entry, JarOutputStream jar) throws IOException {
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            return;
        }
        jar.putNextEntry(new JarEntry(entry.getName()));
        if (entry.getName().equals(RATES)) {
            jar.write(("standard = " + rate).getBytes(StandardCharsets.UTF_8));
        } else {
            original.getInputStream(entry).transferTo(jar);
        }
        jar.closeEntry();
    }
}
