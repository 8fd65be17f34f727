package eventflux.ext.file;

import eventflux.api.TimeSource;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;

/** Reads a file on a thread of its own. */
final class FileSource implements Source {

    private final String threadName;
    private final FileSourceOptions options;
    private final TimeSource time;
    private final Supplier<Logger> log;
    // Written by the thread that starts and stops; null before the first start, or where nothing was told.
    private SourceThread thread;
    private String resumed;
    private volatile Reading reading;

    FileSource(String threadName, FileSourceOptions options, TimeSource time, Supplier<Logger> log) {
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
        reading = options.framing() == Framing.WHOLE
                ? new DocumentReading(options, time)
                : new LineReading(options, time, log);
        if (resumed != null) {
            reading.resume(resumed);
        }
        thread = new SourceThread(threadName, time, reading);
        thread.start(out);
    }

    @Override
    public Optional<String> place() {
        return reading == null ? Optional.empty() : reading.place();
    }

    @Override
    public void resume(String place) {
        if (!FilePlace.isOne(place) && !DocumentReading.isPlace(place)) {
            throw new IllegalArgumentException("no place in a file: " + place);
        }
        resumed = place;
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.stop();
        }
    }
}
