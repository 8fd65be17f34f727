package eventflux.ext.file;

import eventflux.api.TimeSource;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;

/** Reads a file on a thread of its own. */
final class FileSource implements Source {

    private final String threadName;
    private final FileSourceOptions options;
    private final TimeSource time;
    private final Logger log;

    // Both are written by the thread that starts and stops.
    private Pause pause;
    private Thread thread;

    FileSource(String threadName, FileSourceOptions options, TimeSource time, Logger log) {
        this.threadName = threadName;
        this.options = options;
        this.time = time;
        this.log = log;
    }

    @Override
    public void start(SourceOutput out) throws IOException {
        if (options.isRequired() && !Files.isReadable(options.path())) {
            throw new NoSuchFileException(options.path().toAbsolutePath().toString(), null, "no file that can be read");
        }
        Pause begun = new Pause(time);
        FileReading reading = options.framing() == Framing.WHOLE
                ? new DocumentReading(options, out, begun)
                : new LineReading(options, out, begun, log);
        pause = begun;
        thread = new Thread(() -> run(reading, out), threadName);
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(FileReading reading, SourceOutput out) {
        try {
            if (reading.run()) {
                out.endOfInput();
            }
        } catch (IOException | RuntimeException e) {
            out.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.failed(e);
        }
    }

    @Override
    public void stop() {
        if (thread == null) {
            return;
        }
        pause.stop();
        // The end of the input may be what stops the application, and then it is the source's own thread that comes
        // here.
        if (Thread.currentThread() != thread) {
            join(thread);
        }
        thread = null;
    }

    private static void join(Thread ended) {
        boolean isInterrupted = false;
        while (ended.isAlive()) {
            try {
                ended.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
