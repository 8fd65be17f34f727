package eventflux.deploy;

import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
import eventflux.api.spi.ExtensionNeeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Makes a bundle of a bare text, in memory. Whether the text is right does not matter here: the extender tells. */
final class ApplicationBundle {

    /** What a file is called that says nothing; the folder's name says more. */
    private static final String FILE_WITHOUT_NAME = "app";

    private static final String EXTENDER = "osgi.extender;filter:=\"(osgi.extender=eventflux.application)\"";
    // Other names would need another way of writing in a filter, and no extension has one.
    private static final Pattern PLAIN = Pattern.compile("[\\w:.-]+");
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

    /**
     * The jar.
     *
     * @param needs says what a text needs, for the requirements in the manifest
     */
    byte[] toBytes(Function<String, ExtensionNeeds> needs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest(needs))) {
            ZipEntry entry = new ZipEntry(file);
            entry.setTime(modified.toEpochMilli());
            jar.putNextEntry(entry);
            jar.write(text);
            jar.closeEntry();
        }
        return bytes.toByteArray();
    }

    private Manifest manifest(Function<String, ExtensionNeeds> needs) {
        ApplicationText decoded = ApplicationText.decode(file, name, text);
        String application = decoded.likelyName();
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", symbolicName(application));
        headers.putValue("Bundle-Version", "0.0.0." + QUALIFIER.format(modified));
        headers.putValue("Bundle-Name", application + " (EventFlux application)");
        headers.putValue(ApplicationHeader.NAME, ApplicationHeader.of(file, name));
        headers.putValue("Require-Capability", EXTENDER + requirements(needs.apply(decoded.text())));
        return manifest;
    }

    /**
     * Not for the framework but for those who put a node together: a wire would keep the classes of an extension's former versions, and
     * an application waits for what is missing.
     */
    private static String requirements(ExtensionNeeds needs) {
        return needs.extensions().stream()
                .filter(extension -> PLAIN.matcher(extension.name()).matches())
                .map(extension -> String.format(
                        ",%s;filter:=\"(&%s(name~=%s))\";effective:=active",
                        ExtensionName.NAMESPACE, kinds(extension.kind()), extension.name()))
                .collect(Collectors.joining());
    }

    private static String kinds(ExtensionKind kind) {
        String any = kind.calledAlike().stream()
                .map(meant -> "(kind=" + meant.name() + ")")
                .collect(Collectors.joining());
        return kind.calledAlike().size() == 1 ? any : "(|" + any + ")";
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
