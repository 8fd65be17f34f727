package eventflux.testkit.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.spi.AddedColumn;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.RowSignature;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.stream.AddedColumns;
import eventflux.api.spi.stream.RowFunction;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.api.spi.stream.StreamOutput;
import eventflux.api.spi.stream.StreamProcessor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The contract lets good functions pass and finds each of the mistakes that it is there for. */
class StreamFunctionContractTest {

    @Test
    void letsAGoodFunctionPass() {
        letsPass(new Doubled());
    }

    @Test
    void letsAGoodProcessorPass() {
        letsPass(new Later());
    }

    @Test
    void findsAFieldThatChanges() {
        finds(new CountsInAField(), StreamFunctionContract::keepsNothingThatChangesInFields, "is not final");
    }

    @Test
    void findsWhatIsLostByARestart() {
        finds(
                new CountsInAField(),
                StreamFunctionContract::emitsTheSameWhenRestartedBetweenAnyTwoCalls,
                "after save and restore");
    }

    @Test
    void findsKeysThatShare() {
        finds(new CountsInAField(), StreamFunctionContract::keepsKeysApart, "with another key in between");
    }

    @Test
    void findsWhatIsNotTakenBack() {
        finds(new CountsInAField(), StreamFunctionContract::takesBackWhatItHasAdded, "when rows leave");
    }

    @Test
    void findsAValueOfAnotherType() {
        finds(new AddsAText(), StreamFunctionContract::keepsKeysApart, "given=STRING");
    }

    @Test
    void findsARowThatIsKept() {
        finds(new KeepsTheLentRow(), StreamFunctionContract::keepsKeysApart, "after the call that lent it");
    }

    private static void letsPass(StreamFunctionFactory factory) {
        assertThatCode(() -> {
                    Contract contract = new Contract(factory);
                    contract.describesItself();
                    run(contract, StreamFunctionContract::keepsNothingThatChangesInFields);
                    run(contract, StreamFunctionContract::emitsTheSameWhenRestartedBetweenAnyTwoCalls);
                    run(contract, StreamFunctionContract::keepsKeysApart);
                    run(contract, StreamFunctionContract::takesBackWhatItHasAdded);
                })
                .doesNotThrowAnyException();
    }

    private static void finds(
            StreamFunctionFactory factory,
            Function<StreamFunctionContract, Stream<DynamicTest>> check,
            String message) {
        assertThatThrownBy(() -> run(new Contract(factory), check)).hasStackTraceContaining(message);
    }

    private static void run(
            StreamFunctionContract contract, Function<StreamFunctionContract, Stream<DynamicTest>> check)
            throws Throwable {
        for (DynamicTest test : check.apply(contract).toList()) {
            test.getExecutable().execute();
        }
    }

    private static final class Contract extends StreamFunctionContract {

        private final StreamFunctionFactory factory;

        private Contract(StreamFunctionFactory factory) {
            this.factory = factory;
        }

        @Override
        protected StreamFunctionFactory factory() {
            return factory;
        }

        @Override
        protected List<StreamFunctionCase> cases() {
            return List.of(StreamFunctionCase.of("volume").with(7L));
        }
    }

    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "doubled",
            description = "Adds twice the value.",
            rowSignatures =
                    @RowSignature(
                            takes = {DataType.LONG, DataType.LONG},
                            constants = 1,
                            adds = @AddedColumn(name = "twice", type = DataType.LONG)),
            examples = "from In#doubled(v, 7) select twice insert into Out;")
    public static final class Doubled implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            return (RowFunction) (row, arguments, added) -> {
                if (!arguments.isNull(0)) {
                    added.setLong(0, 2 * arguments.getLong(0));
                }
            };
        }
    }

    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "later",
            description = "Lets rows go on later.",
            rowSignatures =
                    @RowSignature(
                            takes = {DataType.LONG, DataType.LONG},
                            constants = 1),
            examples = "from In#later(v, 7) select v insert into Out;")
    public static final class Later implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            return new Held(context.state().rowQueue("held"), context.timer(), (Long)
                    context.constants().get(0));
        }

        private record Held(RowQueue rows, Timer timer, long millis) implements StreamProcessor {

            @Override
            public void onRow(Row row, Row arguments, long now, StreamOutput out) {
                rows.append(row);
                if (!timer.isScheduled()) {
                    timer.schedule(now + millis);
                }
            }

            @Override
            public void onTimer(long now, StreamOutput out) {
                while (!rows.isEmpty()) {
                    out.emit(rows.first());
                    rows.removeFirst();
                }
            }
        }
    }

    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "counts",
            description = "Numbers rows.",
            rowSignatures =
                    @RowSignature(
                            takes = {DataType.LONG, DataType.LONG},
                            constants = 1,
                            adds = @AddedColumn(name = "n", type = DataType.LONG)))
    static final class CountsInAField implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            return new RowFunction() {
                private long count;

                @Override
                public void onRow(Row row, Row arguments, AddedColumns added) {
                    added.setLong(0, ++count);
                }
            };
        }
    }

    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "adds",
            description = "Adds a text to a number.",
            rowSignatures =
                    @RowSignature(
                            takes = {DataType.LONG, DataType.LONG},
                            constants = 1,
                            adds = @AddedColumn(name = "n", type = DataType.LONG)))
    static final class AddsAText implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            return (RowFunction) (row, arguments, added) -> added.setString(0, "one");
        }
    }

    @Extension(
            kind = ExtensionKind.STREAM_FUNCTION,
            name = "keeps",
            description = "Keeps a row that is not its own.",
            rowSignatures =
                    @RowSignature(
                            takes = {DataType.LONG, DataType.LONG},
                            constants = 1))
    static final class KeepsTheLentRow implements StreamFunctionFactory {

        @Override
        public StreamFunction create(StreamFunctionContext context) {
            LongCell count = context.state().longCell("count", 0);
            return new StreamProcessor() {
                private Row before;

                @Override
                public void onRow(Row row, Row arguments, long now, StreamOutput out) {
                    count.set(count.get() + 1);
                    if (before != null) {
                        out.emit(before);
                    }
                    before = row;
                }
            };
        }
    }
}
