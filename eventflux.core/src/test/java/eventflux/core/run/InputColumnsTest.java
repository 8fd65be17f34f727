package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventflux.api.AppState;
import eventflux.api.event.ColumnAppender;
import eventflux.api.event.Dictionary;
import eventflux.api.event.Schema;
import eventflux.core.row.ColumnRows;
import eventflux.core.row.RowSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputColumnsTest {

    private static final Schema SCHEMA =
            RowSheet.schema("i int", "l long", "f float", "d double", "b bool", "s string", "o object");

    private final RowSheet delivered = new RowSheet(SCHEMA);
    private final ColumnAppender columns =
            new InputColumns(SCHEMA, rows -> rows.write(delivered.batch(), delivered.symbols(), ColumnRows.UNTIMED));

    private List<String> delivered() {
        return delivered.texts(delivered.run());
    }

    @Test
    void deliversColumnsAsRows() {
        columns.begin(2, new long[] {9, 1, 2}, 1)
                .setInts(0, new int[] {7, 8}, 0)
                .setLongs(1, new long[] {0, 0, 1L << 40, -1}, 2)
                .setFloats(2, new float[] {1.5f, 2.5f}, 0)
                .setDoubles(3, new double[] {0.5, 0.25}, 0)
                .setBooleans(4, new boolean[] {true, false}, 0)
                .setStrings(5, new String[] {"é", null}, 0)
                .setObjects(6, new Object[] {Map.of("a", 1), null}, 0)
                .send();

        assertThat(delivered())
                .containsExactly(
                        "@1[7, 1099511627776, 1.5, 0.5, true, é, {a=1}]", "@2[8, -1, 2.5, 0.25, false, null, null]");
    }

    @Test
    void namesTextsByTheirPlaces() {
        Dictionary texts = Dictionary.of(List.of("x", "yy"));

        columns.begin(3, 1).setStrings(5, texts, new int[] {1, -1, 0}, 0).send();

        assertThat(delivered())
                .containsExactly(
                        "@1[null, null, null, null, null, yy, null]",
                        "@1[null, null, null, null, null, null, null]",
                        "@1[null, null, null, null, null, x, null]");
    }

    @Test
    void makesSomeValuesNull() {
        columns.begin(2, 1)
                .setInts(0, new int[] {7, 8}, 0)
                .setNulls(0, new boolean[] {false, true, false}, 1)
                .send();

        assertThat(delivered())
                .containsExactly(
                        "@1[null, null, null, null, null, null, null]", "@1[8, null, null, null, null, null, null]");
    }

    @Test
    void refusesWhatDoesNotFit() {
        ColumnAppender two = columns.begin(2, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.setLongs(0, new long[2], 0))
                .withMessageContaining("takes no LONG");
        assertThatIllegalArgumentException().isThrownBy(() -> two.setStrings(0, new String[2], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> two.setInts(5, new int[2], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> two.setObjects(5, new Object[2], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> two.setNulls(5, new boolean[2], 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.setInts(0, new int[2], 1))
                .withMessageContaining("2 values from 1 on of an array of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> two.setInts(0, new int[2], -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.setStrings(5, Dictionary.of("x"), new int[] {0, 1}, 0))
                .withMessageContaining("place 1 of a dictionary of 1");
        assertThatIllegalArgumentException().isThrownBy(() -> columns.begin(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> columns.begin(2, new long[1], 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> two.setInts(7, new int[2], 0));
    }

    @Test
    void asksForABatchAndForValues() {
        assertThatIllegalStateException().isThrownBy(() -> columns.setInts(0, new int[1], 0));
        assertThatIllegalStateException().isThrownBy(columns::send);
        assertThatIllegalStateException()
                .isThrownBy(() -> columns.begin(1).setNulls(0, new boolean[1], 0))
                .withMessageContaining("no values yet");

        columns.begin(0).send();

        assertThat(delivered()).isEmpty();
        assertThatIllegalStateException().isThrownBy(columns::send);
    }

    @Test
    void sendsIntoAStream() {
        RunningApp app = RunningApp.started();
        ColumnAppender sender = app.input.columnAppender();
        Dictionary keys = Dictionary.of("k0", "k1", "k2");
        int[] numbers = IntStream.range(0, 6).toArray();

        sender.begin(3, 5)
                .setInts(0, numbers, 0)
                .setStrings(1, keys, new int[] {0, 1, 0}, 0)
                .send();
        sender.begin(3)
                .setInts(0, numbers, 3)
                .setStrings(1, new String[] {"k2", null, "k1"}, 0)
                .send();

        assertThat(app.seen())
                .containsExactly(
                        "@5[0, k0]", "@5[1, k1]", "@5[2, k0]", "@1000[3, k2]", "@1000[4, null]", "@1000[5, k1]");
        assertThat(app.runs).containsExactly(3, 3);
    }

    @Test
    void waitsForTheEndOfTheStepThatItIsCalledIn() {
        // given: a callback that sends what it gets on, once
        RunningApp app = RunningApp.started();
        ColumnAppender inner = app.input.columnAppender();
        List<String> order = new ArrayList<>();
        app.junction.observe(run -> {
            order.add("begin");
            if (order.size() == 1) {
                inner.begin(2, 6)
                        .setInts(0, new int[] {8, 9}, 0)
                        .setStrings(1, Dictionary.of("late"), new int[2], 0)
                        .send();
            }
            order.add("end");
        });

        // when
        app.input.columnAppender().begin(1, 5).setInts(0, new int[] {1}, 0).send();

        // then
        assertThat(order).containsExactly("begin", "end", "begin", "end");
        assertThat(app.seen()).containsExactly("@5[1, null]", "@6[8, late]", "@6[9, late]");
    }

    @Test
    void isRefusedByAnApplicationThatHasStopped() {
        RunningApp app = RunningApp.started();
        ColumnAppender sender = app.input.columnAppender();
        app.state(AppState.STOPPED);

        assertThat(RunningApp.code(() -> sender.begin(1).send())).isEqualTo(RunError.NOT_RUNNING);
    }
}
