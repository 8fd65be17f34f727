package eventflux.launcher.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.CRC32;

/**
 * A complete project of one new extension: it builds, its test runs, and its jar goes into a node as it is. The libraries that it needs
 * of EventFlux lie in it, so that nothing has to be published anywhere.
 */
public final class ExtensionProject {

    private final ProjectKind kind;
    private final ProjectName name;
    private final Map<String, String> values = new LinkedHashMap<>();

    /** A project that is not written yet. */
    public ExtensionProject(ProjectKind kind, ProjectName name) throws IOException {
        this.kind = kind;
        this.name = name;
        Properties versions = new Properties();
        try (InputStream in = open("versions.properties")) {
            versions.load(in);
        }
        versions.forEach((key, value) -> values.put(String.valueOf(key), String.valueOf(value)));
        values.put("package", name.javaPackage());
        values.put("artifact", name.artifact());
        values.put("namespace", name.namespace());
        values.put("name", name.name());
        values.put("method", name.method());
        values.put("Class", kind.type(name));
        values.put("label", kind.label());
        values.put("call", text(kind.word() + "/call").strip());
    }

    /**
     * Writes it.
     *
     * @param folder of the project; made if need be
     * @param libraries the jars of EventFlux to put into it, by artifact
     */
    public void write(Path folder, Map<String, Path> libraries) throws IOException {
        String sources = name.javaPackage().replace('.', '/');
        values.computeIfPresent("eventflux", (key, version) -> lasting(version, libraries.values()));
        Path main = folder.resolve("src/main/java").resolve(sources);
        Path test = folder.resolve("src/test/java").resolve(sources);
        String type = kind.type(name) + kind.suffix();
        put(folder.resolve("pom.xml"), text("pom.xml"));
        put(folder.resolve("bnd.bnd"), text("bnd.bnd"));
        put(folder.resolve("README.md"), text("README.md"));
        put(folder.resolve("app.eventflux"), text(kind.word() + "/call"));
        put(main.resolve("package-info.java"), text("package-info.java"));
        put(main.resolve(type + ".java"), text(kind.word() + "/Extension.java"));
        put(test.resolve(type + "Test.java"), text(kind.word() + "/ExtensionTest.java"));
        for (Map.Entry<String, Path> library : libraries.entrySet()) {
            put(folder, library.getKey(), library.getValue());
        }
    }

    // Maven keeps what it has once seen of a version: where it is one that changes, the libraries get one of their own.
    private static String lasting(String version, Collection<Path> libraries) {
        CRC32 content = new CRC32();
        for (Path library : libraries.stream().sorted().toList()) {
            try {
                content.update(Files.readAllBytes(library));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return version.replace("SNAPSHOT", Long.toHexString(content.getValue()));
    }

    private void put(Path folder, String artifact, Path jar) throws IOException {
        String version = values.get("eventflux");
        Path place = folder.resolve("repository/io/eventflux").resolve(artifact).resolve(version);
        String base = artifact + "-" + version;
        Files.createDirectories(place);
        Files.copy(jar, place.resolve(base + ".jar"));
        values.put("library", artifact);
        put(place.resolve(base + ".pom"), text("library.pom"));
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String text(String resource) throws IOException {
        String text;
        try (InputStream in = open(resource + ".txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = ExtensionProject.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("not in the launcher: " + resource);
        }
        return in;
    }
}
