package eventflux.core;

import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.spi.AddedColumn;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.RowSignature;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.stream.RowFunction;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.api.spi.stream.StreamOutput;
import eventflux.api.spi.stream.StreamProcessor;

/** Stream functions that tests bring. */
final class TestStreamFunctions {

    private static final int DELAY = 10;

    private TestStreamFunctions() {}

    /** Lets rows go on ten milliseconds later, with the value that came with them. */
    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "later",
            description = "Lets rows go on later.",
            rowSignatures =
                    @RowSignature(takes = DataType.LONG, adds = @AddedColumn(name = "late", type = DataType.LONG)))
    static final class Later implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            return new Held(context.state().rowQueue("rows"), context.state().longDeque("values"), context.timer());
        }

        private record Held(RowQueue rows, LongDeque values, Timer timer) implements StreamProcessor {

            @Override
            public void onRow(Row row, Row arguments, long now, StreamOutput out) {
                rows.append(row);
                values.addLast(arguments.getLong(0));
                if (!timer.isScheduled()) {
                    timer.schedule(now + DELAY);
                }
            }

            @Override
            public void onTimer(long now, StreamOutput out) {
                while (!rows.isEmpty() && rows.first().timestamp() + DELAY <= now) {
                    out.begin(rows.first()).setLong(0, values.first());
                    out.emit();
                    rows.removeFirst();
                    values.removeFirst();
                }
                if (!rows.isEmpty()) {
                    timer.schedule(rows.first().timestamp() + DELAY);
                }
            }
        }
    }

    /** Lets each row go on twice. */
    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "twice",
            description = "Lets each row go on twice.",
            rowSignatures = @RowSignature(adds = @AddedColumn(name = "copy", type = DataType.INT)))
    static final class Twice implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            return (StreamProcessor) (row, arguments, now, out) -> {
                out.begin(row).setInt(0, 1);
                out.emit();
                out.begin(row).setInt(0, 2);
                out.emit();
            };
        }
    }

    /** Numbers rows and adds its argument. */
    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "numbered",
            description = "Numbers rows.",
            rowSignatures =
                    @RowSignature(
                            takes = DataType.LONG,
                            adds = {
                                @AddedColumn(name = "number", type = DataType.LONG),
                                @AddedColumn(name = "twice", type = DataType.LONG)
                            }))
    static final class Numbered implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            LongCell count = context.state().longCell("count", 0);
            return (RowFunction) (row, arguments, added) -> {
                count.set(count.get() + 1);
                added.setLong(0, count.get()).setLong(1, arguments.getLong(0));
            };
        }
    }
}
