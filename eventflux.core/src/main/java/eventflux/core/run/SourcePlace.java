package eventflux.core.run;

import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.source.Source;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.StateUnit;
import eventflux.core.state.Stateful;
import java.util.BitSet;
import java.util.Map;

/**
 * How far a source has come with what its application has processed, and what its mapper knows of earlier messages: the part of the
 * application's state that is a source's.
 */
public final class SourcePlace implements Stateful {

    /** The kind of state that places are. */
    public static final String KIND = "source";

    private static final String NONE = "";

    // Written by the source's thread while it delivers, and before the source is started.
    private volatile String text = NONE;
    // What its mapper knows of earlier messages, and of which format that is.
    private volatile String memory = NONE;
    private volatile String reader = NONE;

    /** A place that is not known yet. */
    public SourcePlace() {}

    /** What a place depends on: a source of another extension can't read it. */
    public static StateUnit unit(String source, String extension) {
        return new StateUnit(KIND, source, Map.of("extension", extension));
    }

    /** Whether the source has told any, or goes on from one. */
    public boolean isKnown() {
        return !text.equals(NONE);
    }

    /** Whether there is anything to keep. */
    public boolean isEmpty() {
        return !isKnown() && memory.equals(NONE);
    }

    /** Tells a source that has not been started yet. */
    void resume(Source source) {
        if (isKnown()) {
            source.resume(text);
        }
    }

    /** Tells a mapper that takes the place of another, or of one of an earlier life; what one of another format knew is forgotten. */
    public void recall(SourceMapper mapper, String format) {
        if (!reader.equals(format)) {
            reader = format;
            memory = NONE;
        }
        if (!memory.equals(NONE)) {
            mapper.recall(memory);
        }
    }

    /** Asks both; where messages are delivered. */
    void take(Source source, SourceMapper mapper) {
        source.place().ifPresent(place -> text = place);
        takeMemory(mapper);
    }

    /** Asks a mapper that goes. */
    void takeMemory(SourceMapper mapper) {
        if (mapper != null) {
            memory = mapper.memory().orElse(NONE);
        }
    }

    @Override
    public String id() {
        return "place";
    }

    @Override
    public void save(SnapshotWriter out) {
        out.writeText(text);
        out.writeText(reader);
        out.writeText(memory);
    }

    @Override
    public void restore(SnapshotReader in) {
        text = in.readText();
        reader = in.readText();
        memory = in.readText();
    }

    @Override
    public void mark(BitSet symbols) {
        // A place has no texts of rows.
    }
}
