package eventflux.core;

import eventflux.api.StoredErrors;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.api.spi.errors.StoredError;
import eventflux.core.failure.RowImage;
import java.io.IOException;
import java.util.List;

/** The stored events of one application, and their way back. Safe for many threads. */
final class Replay implements StoredErrors {

    private static final int PAGE = 100;

    private final ErrorStores.Kept kept;
    private final Life life;
    private final Workings workings;

    Replay(ErrorStores.Kept kept, Life life, Workings workings) {
        this.kept = kept;
        this.life = life;
        this.workings = workings;
    }

    @Override
    public long count() {
        return kept.count();
    }

    @Override
    public List<StoredError> list(long after, int most) {
        return kept.list(after, most);
    }

    @Override
    public void replay(long number) {
        StoredError error = kept.list(number - 1, 1).stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow(() -> failure(
                        number,
                        "there is no such event of application "
                                + life.blueprint().name()));
        replay(error);
    }

    @Override
    public int replayAll() {
        long last = last();
        int count = 0;
        List<StoredError> page = kept.list(0, PAGE);
        while (!page.isEmpty() && page.get(0).number() <= last) {
            for (StoredError error : page) {
                if (error.number() > last) {
                    return count;
                }
                replay(error);
                count++;
            }
            page = kept.list(page.get(page.size() - 1).number(), PAGE);
        }
        return count;
    }

    // What fails again is stored behind these.
    private long last() {
        long last = 0;
        for (List<StoredError> page = kept.list(0, PAGE); !page.isEmpty(); page = kept.list(last, PAGE)) {
            last = page.get(page.size() - 1).number();
        }
        return last;
    }

    private void replay(StoredError error) {
        try {
            switch (error.origin()) {
                case SOURCE -> workings.replayMessage(life.blueprint(), error.endpoint(), error.payload());
                case STREAM -> {
                    Object[] values = new Object[schema(error).size()];
                    long time = RowImage.read(error.payload(), schema(error), values);
                    workings.inputs().input(error.stream()).send(time, values);
                }
                case SINK -> {
                    Object[] values = new Object[schema(error).size()];
                    long time = RowImage.read(error.payload(), schema(error), values);
                    workings.replayRow(error.stream(), error.endpoint(), time, values);
                }
            }
        } catch (IOException e) {
            throw failure(error.number(), Sources.reason(e));
        }
        kept.delete(error.number());
    }

    private Schema schema(StoredError error) throws IOException {
        Schema schema = life.ports().streams().get(error.stream());
        if (schema == null) {
            throw new IOException("there is no stream " + error.stream() + " any more");
        }
        return schema;
    }

    private static EventFluxException failure(long number, String cause) {
        return new EventFluxException(Problem.of(AppError.NOT_REPLAYED, "number", number, "cause", cause));
    }

    @Override
    public boolean discard(long number) {
        return kept.delete(number);
    }

    @Override
    public long purge(long beforeMillis) {
        return kept.purge(beforeMillis);
    }
}
