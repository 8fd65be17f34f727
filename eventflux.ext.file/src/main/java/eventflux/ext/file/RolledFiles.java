package eventflux.ext.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Compresses files that were rolled away, on a thread that lives as long as there are such files, so that the application does
 * not wait for it. One that cannot be compressed stays as it is. Used by the thread that owns the application.
 */
final class RolledFiles {

    private final Compression compression;
    private final Supplier<Logger> log;

    // Both are written by the thread that owns the application.
    private ExecutorService worker; // null while there is nothing to do
    private Future<?> last;

    RolledFiles(Compression compression, Supplier<Logger> log) {
        this.compression = compression;
        this.log = log;
    }

    void add(Path file) {
        if (compression == Compression.NONE) {
            return;
        }
        if (worker == null) {
            worker = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "eventflux-file-compression");
                thread.setDaemon(true);
                return thread;
            });
        }
        last = worker.submit(() -> compress(file));
    }

    private void compress(Path file) {
        try {
            compression.apply(file);
        } catch (IOException e) {
            log.get().error("{} stays as it is, it cannot be compressed", file, e);
        }
    }

    /** Waits for the files that are being compressed. */
    void finish() throws IOException {
        if (worker == null) {
            return;
        }
        worker.shutdown();
        worker = null;
        try {
            last.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while rolled files are compressed", e);
        } catch (ExecutionException e) {
            throw new IOException("a rolled file was not compressed", e);
        }
    }
}
