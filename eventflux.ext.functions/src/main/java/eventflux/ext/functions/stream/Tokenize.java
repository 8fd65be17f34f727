package eventflux.ext.functions.stream;

import eventflux.api.event.Row;
import eventflux.api.spi.stream.StreamOutput;
import eventflux.api.spi.stream.StreamProcessor;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Divides texts; the parts of a row that leaves leave, too. */
record Tokenize(Pattern divider, boolean isDistinct) implements StreamProcessor {

    @Override
    public void onRow(Row row, Row arguments, long now, StreamOutput out) {
        if (arguments.isNull(0)) {
            return;
        }
        Stream<String> parts = divider.splitAsStream(arguments.getString(0)).filter(part -> !part.isEmpty());
        (isDistinct ? parts.distinct() : parts).forEach(part -> {
            out.begin(row).setString(0, part);
            out.emit();
        });
    }

    @Override
    public void onExpired(Row row, Row arguments, long now, StreamOutput out) {
        onRow(row, arguments, now, out);
    }

    @Override
    public boolean readsTime() {
        return false;
    }
}
