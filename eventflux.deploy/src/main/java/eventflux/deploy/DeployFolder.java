package eventflux.deploy;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;

/**
 * The watched folder: keeps the framework's bundles as the files are. Jars that are bundles and {@code .eventflux} texts count,
 * except hidden ones; a file that is refused leaves what was installed from it before, and one whose bundle does not come to an
 * end waits alone. {@link #look} is called by one thread.
 */
final class DeployFolder implements SynchronousBundleListener {

    private static final String JAR = ".jar";

    private final Path folder;
    private final FolderMemory memory;
    private final FolderScan scan;
    private final BundleInstaller installer;
    private final DeploymentJournal journal;
    private final Removals removals = new Removals();
    /** Installed but not started because something is missing, with the file each came from; touched by the looking thread. */
    private final Map<Bundle, Path> waiting = new LinkedHashMap<>();

    private final AtomicBoolean bundlesChanged = new AtomicBoolean();

    DeployFolder(
            Path folder, FolderMemory memory, BundleContext context, DeploymentJournal journal, Publishers publishers)
            throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.memory = memory;
        this.installer = new BundleInstaller(context, publishers);
        this.journal = journal;
        Files.createDirectories(this.folder);
        Map<Path, Stamp> known = new TreeMap<>(memory.load());
        // The node was moved, or another folder is watched.
        List<Path> elsewhere = known.keySet().stream()
                .filter(file -> !this.folder.equals(file.getParent()))
                .toList();
        elsewhere.forEach(this::remove);
        known.keySet().removeAll(elsewhere);
        this.scan = new FolderScan(known, DeployFolder::isWhole);
    }

    /** One look: acts on all that changed since the one before. */
    void look(long nowMillis) throws IOException {
        Map<Path, Stamp> before = new TreeMap<>(scan.known());
        Map<Path, Stamp> present = files();
        boolean wasLeaving = !removals.underWay().isEmpty();
        present.keySet().removeAll(removals.underWay().keySet());
        List<FolderScan.Change> changes = scan.look(present, nowMillis);
        for (FolderScan.Change change : changes) {
            if (change.isGone()) {
                Path file = change.file();
                removals.begin(file, before.get(file), () -> installer.uninstall(location(file)));
            }
        }
        removals.takeEnded(this::removed);
        Map<Bundle, Path> touched = new LinkedHashMap<>();
        changes.stream().filter(change -> !change.isGone()).forEach(change -> install(change.file(), touched));
        if (!changes.isEmpty() || wasLeaving) {
            installer.refresh();
            touched.forEach(this::start);
            Map<Path, Stamp> known = new TreeMap<>(scan.known());
            known.putAll(removals.underWay());
            memory.save(known);
        }
        if (bundlesChanged.getAndSet(false) && !waiting.isEmpty()) {
            Map.copyOf(waiting).forEach(this::start);
        }
    }

    /** Remembers that a bundle which waits for another may now have what it needs. */
    @Override
    public void bundleChanged(BundleEvent event) {
        bundlesChanged.set(true);
    }

    private void remove(Path file) {
        removed(file, () -> installer.uninstall(location(file)));
    }

    private void removed(Path file, Supplier<Optional<Bundle>> removal) {
        try {
            removal.get().ifPresent(bundle -> {
                installer.letGo(bundle);
                waiting.remove(bundle);
            });
            journal.accepted(name(file));
        } catch (EventFluxException e) {
            refuse(file, e);
        }
    }

    private void install(Path file, Map<Bundle, Path> touched) {
        try {
            checkArchive(file);
            installer.install(location(file)).ifPresent(bundle -> touched.put(bundle, file));
            journal.accepted(name(file));
        } catch (EventFluxException e) {
            refuse(file, e);
        }
    }

    private void start(Bundle bundle, Path file) {
        try {
            waiting.remove(bundle);
            installer.start(bundle);
            journal.accepted(name(file));
        } catch (EventFluxException e) {
            waiting.put(bundle, file);
            refuse(file, e);
        }
    }

    private void refuse(Path file, EventFluxException e) {
        e.problems().forEach(problem -> journal.refused(name(file), problem));
    }

    private String name(Path file) {
        return folder.getFileName() + "/" + file.getFileName();
    }

    private static String location(Path file) {
        return isJar(file) ? file.toUri().toString() : ApplicationUrlHandler.location(file.toUri());
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(JAR);
    }

    // The table of an archive's contents is its end.
    private static boolean isWhole(Path file) {
        if (!isJar(file)) {
            return true;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void checkArchive(Path file) {
        if (!isJar(file)) {
            return;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                throw new EventFluxException(Problem.of(DeployProblem.NOT_A_BUNDLE));
            }
        } catch (IOException e) {
            throw new EventFluxException(Problem.of(DeployProblem.ARCHIVE_UNREADABLE, "reason", e.getMessage()), e);
        }
    }

    private Map<Path, Stamp> files() throws IOException {
        SortedSet<Path> files = new TreeSet<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(DeployFolder::counts).forEach(files::add);
        }
        Map<Path, Stamp> stamps = new TreeMap<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                stamps.put(file, Stamp.of(file));
            }
        }
        return stamps;
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(JAR) || name.endsWith(ApplicationText.EXTENSION));
    }
}
