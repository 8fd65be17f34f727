package eventflux.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes a bundle of a bare text, in memory. Whether the text is right does not matter here: the extender tells. */
final class ApplicationBundle {

    /** What a file is called that says nothing; the folder's name says more. */
    private static final String FILE_WITHOUT_NAME = "app";

    private static final String SYMBOLIC_NAME_PREFIX = "eventflux.app.";
    private static final DateTimeFormatter QUALIFIER =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final String file;
    private final String name;
    private final byte[] text;
    private final Instant modified;

    /**
     * A bundle to be made.
     *
     * @param place where the text lies
     * @param text its bytes
     * @param modified when it was last changed; becomes the qualifier of the bundle's version, so that {@code lb} tells which
     *     text it is
     */
    ApplicationBundle(URI place, byte[] text, Instant modified) {
        String path = place.getPath();
        this.file = path.substring(path.lastIndexOf('/') + 1);
        this.name = name(path);
        this.text = text;
        this.modified = modified;
    }

    /** The jar. */
    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
            ZipEntry entry = new ZipEntry(file);
            entry.setTime(modified.toEpochMilli());
            jar.putNextEntry(entry);
            jar.write(text);
            jar.closeEntry();
        }
        return bytes.toByteArray();
    }

    private Manifest manifest() {
        String application = ApplicationText.decode(file, name, text).likelyName();
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", symbolicName(application));
        headers.putValue("Bundle-Version", "0.0.0." + QUALIFIER.format(modified));
        headers.putValue("Bundle-Name", application + " (EventFlux application)");
        headers.putValue(ApplicationHeader.NAME, ApplicationHeader.of(file, name));
        headers.putValue("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=eventflux.application)\"");
        return manifest;
    }

    /** Names are free text, symbolic names are not: what does not fit becomes a dash, and a hash keeps two such apart. */
    private static String symbolicName(String application) {
        String fitting = application.replaceAll("[^A-Za-z0-9_-]", "-");
        String suffix = fitting.equals(application) ? "" : "." + Integer.toHexString(application.hashCode());
        return SYMBOLIC_NAME_PREFIX + fitting + suffix;
    }

    private static String name(String path) {
        String base = ApplicationText.baseName(path);
        String folder = path.substring(
                0, path.length() - path.substring(path.lastIndexOf('/') + 1).length());
        String parent = ApplicationText.baseName(folder.replaceAll("/+$", ""));
        return base.equals(FILE_WITHOUT_NAME) && !parent.isEmpty() ? parent : base;
    }
}
