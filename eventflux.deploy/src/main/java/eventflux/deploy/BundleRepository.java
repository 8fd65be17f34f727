package eventflux.deploy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.felix.utils.repository.StaxParser;
import org.apache.felix.utils.resource.CapabilityImpl;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.apache.felix.utils.resource.ResourceImpl;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;

/**
 * Bundles that may be installed: the jars of a folder, or what the index of an OSGi repository lists. Files are read anew when they
 * change, an index that is no file once a minute. Safe for many threads.
 */
final class BundleRepository {

    private static final long REMOTE_NANOS = 60_000_000_000L;

    private final Optional<String> place;
    // Guarded by this.
    private final Map<Path, Jar> jars = new HashMap<>();
    private Optional<Index> index = Optional.empty();

    /**
     * The repository at a place.
     *
     * @param place a folder, or the file or URL of an index; empty for none
     */
    BundleRepository(Optional<String> place) {
        this.place = place;
    }

    /** What was read of a jar; empty when it is no bundle. */
    private record Jar(Stamp stamp, Optional<Resource> resource) {}

    /** What was read of an index, when, and from which state of its file. */
    private record Index(List<Resource> resources, long nanos, Optional<Stamp> stamp) {}

    /** All of them; what of a folder is no bundle is left out. */
    synchronized List<Resource> resources() {
        if (place.isEmpty()) {
            return List.of();
        }
        try {
            return isAddress(place.get()) ? ofIndex(URI.create(place.get())) : ofFile(Path.of(place.get()));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new EventFluxException(
                    Problem.of(DeployProblem.REPOSITORY_UNREADABLE, "repository", place.get(), "reason", reason), e);
        }
    }

    // A letter before a colon is a drive.
    private static boolean isAddress(String place) {
        return place.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    }

    private List<Resource> ofFile(Path path) throws IOException, XMLStreamException {
        return Files.isDirectory(path)
                ? ofFolder(path)
                : ofIndex(path.toAbsolutePath().toUri());
    }

    private List<Resource> ofFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        jars.keySet().retainAll(files);
        List<Resource> resources = new ArrayList<>();
        for (Path file : files) {
            Stamp stamp = Stamp.of(file);
            Jar known = jars.get(file);
            if (known == null || !known.stamp().equals(stamp)) {
                known = new Jar(stamp, read(file));
                jars.put(file, known);
            }
            known.resource().ifPresent(resources::add);
        }
        return resources;
    }

    private static Optional<Resource> read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                return Optional.empty();
            }
            Map<String, String> headers = new HashMap<>();
            manifest.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
            return Optional.of(ResourceBuilder.build(file.toUri().toString(), headers));
        } catch (IOException | BundleException e) {
            // A jar that is being written, or that is damaged, is none that could be installed.
            return Optional.empty();
        }
    }

    private List<Resource> ofIndex(URI address) throws IOException, XMLStreamException {
        Optional<Stamp> stamp =
                "file".equals(address.getScheme()) ? Optional.of(Stamp.of(Path.of(address))) : Optional.empty();
        if (index.isEmpty() || isOutdated(index.get(), stamp)) {
            try (InputStream in = address.toURL().openStream()) {
                List<Resource> resources = StaxParser.parse(in).resources.stream()
                        .map(resource -> placed(resource, address))
                        .toList();
                index = Optional.of(new Index(resources, System.nanoTime(), stamp));
            }
        }
        return index.get().resources();
    }

    // Addresses in an index are relative to it; the parser's own way of resolving them fails on a map
    // that it made immutable.
    private static Resource placed(Resource resource, URI index) {
        ResourceImpl placed = new ResourceImpl();
        for (Capability capability : resource.getCapabilities(null)) {
            Map<String, Object> attributes = new HashMap<>(capability.getAttributes());
            if (capability.getNamespace().equals(Resources.CONTENT)) {
                attributes.computeIfPresent(
                        Resources.ADDRESS,
                        (name, url) -> index.resolve(url.toString()).toString());
            }
            placed.addCapability(
                    new CapabilityImpl(placed, capability.getNamespace(), capability.getDirectives(), attributes));
        }
        placed.addRequirements(resource.getRequirements(null));
        return placed;
    }

    private static boolean isOutdated(Index read, Optional<Stamp> stamp) {
        return stamp.isPresent() ? !stamp.equals(read.stamp()) : System.nanoTime() - read.nanos() > REMOTE_NANOS;
    }
}
