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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;

/**
 * The watched folder: keeps the framework's bundles as the files are. Jars that are bundles and {@code .eventflux} texts count,
 * except hidden ones; a file that is refused leaves what was installed from it before, and one whose bundle does not come to
 * the end of its start, update or stop waits alone. {@link #look} is called by one thread.
 */
final class DeployFolder implements SynchronousBundleListener {

    /** What ends in good order does so in less; what comes after it in the same look then finds it over. */
    static final long USUAL_PATIENCE_MILLIS = 500;

    private static final String JAR = ".jar";

    private final Path folder;
    private final FolderMemory memory;
    private final FolderScan scan;
    private final BundleInstaller installer;
    private final DeploymentJournal journal;
    private final FileSteps<Optional<Bundle>> removals;
    private final FileSteps<Optional<Bundle>> installs;
    private final FileSteps<Bundle> starts;
    /** Installed but not started because something is missing, with the file each came from; touched by the looking thread. */
    private final Map<Bundle, Path> waiting = new LinkedHashMap<>();

    private final AtomicBoolean bundlesChanged = new AtomicBoolean();

    /**
     * A folder that is not looked at yet.
     *
     * @param installer acts on the framework
     * @param patienceMillis how long others wait for one file
     */
    DeployFolder(
            Path folder, FolderMemory memory, BundleInstaller installer, DeploymentJournal journal, long patienceMillis)
            throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.memory = memory;
        this.installer = installer;
        this.removals = new FileSteps<>("remove", patienceMillis);
        this.installs = new FileSteps<>("install", patienceMillis);
        this.starts = new FileSteps<>("start", patienceMillis);
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
        Set<Path> unfinished = unfinished();
        Map<Path, Stamp> before = new TreeMap<>(scan.known());
        List<FolderScan.Change> changes = scan.look(files(unfinished, before), nowMillis);
        changes.stream()
                .filter(FolderScan.Change::isGone)
                .map(FolderScan.Change::file)
                .forEach(file -> {
                    removals.begin(file, Optional.of(before.get(file)), () -> installer.uninstall(location(file)));
                });
        removals.takeEnded(this::removed);
        changes.stream()
                .filter(change -> !change.isGone())
                .map(FolderScan.Change::file)
                .forEach(file -> {
                    installs.begin(file, Optional.ofNullable(before.get(file)), () -> install(file));
                });
        Map<Bundle, Path> touched = new LinkedHashMap<>();
        installs.takeEnded((file, outcome) -> installed(file, outcome, touched));
        if (!changes.isEmpty() || !unfinished.isEmpty()) {
            installer.refresh();
            touched.forEach(this::start);
            remember();
        }
        if (bundlesChanged.getAndSet(false)) {
            startWaiting();
        }
        starts.takeEnded(this::started);
    }

    private Set<Path> unfinished() {
        Set<Path> files = new TreeSet<>(removals.underWay().keySet());
        files.addAll(installs.underWay().keySet());
        files.addAll(starts.underWay().keySet());
        return files;
    }

    // What is not done when the node ends is done by the next one.
    private void remember() throws IOException {
        Map<Path, Stamp> known = new TreeMap<>(scan.known());
        Stream.of(removals, installs)
                .flatMap(steps -> steps.underWay().entrySet().stream())
                .forEach(step -> step.getValue()
                        .ifPresentOrElse(stamp -> known.put(step.getKey(), stamp), () -> known.remove(step.getKey())));
        memory.save(known);
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

    private Optional<Bundle> install(Path file) {
        checkArchive(file);
        return installer.install(location(file));
    }

    private void installed(Path file, Supplier<Optional<Bundle>> outcome, Map<Bundle, Path> touched) {
        try {
            outcome.get().ifPresent(bundle -> touched.put(bundle, file));
            journal.accepted(name(file));
        } catch (EventFluxException e) {
            refuse(file, e);
        }
    }

    private void startWaiting() {
        Map<Bundle, Path> idle = new LinkedHashMap<>(waiting);
        idle.values().removeAll(starts.underWay().keySet());
        idle.forEach(this::start);
    }

    private void start(Bundle bundle, Path file) {
        waiting.put(bundle, file);
        starts.begin(file, Optional.empty(), () -> installer.start(bundle));
    }

    private void started(Path file, Supplier<Bundle> outcome) {
        try {
            waiting.remove(outcome.get());
            journal.accepted(name(file));
        } catch (EventFluxException e) {
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

    /** The files that there are; those with steps under way are as they were known. */
    private Map<Path, Stamp> files(Set<Path> unfinished, Map<Path, Stamp> known) throws IOException {
        SortedSet<Path> files = new TreeSet<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(DeployFolder::counts).forEach(files::add);
        }
        files.removeAll(unfinished);
        Map<Path, Stamp> stamps = new TreeMap<>(known);
        stamps.keySet().retainAll(unfinished);
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
