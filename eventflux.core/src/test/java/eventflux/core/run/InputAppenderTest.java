package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputAppenderTest {

    private static final Schema SCHEMA =
            RowSheet.schema("i int", "l long", "f float", "d double", "b bool", "s string");

    private final List<String> delivered = new ArrayList<>();
    private final InputAppender appender = appender(SCHEMA);

    private InputAppender appender(Schema schema) {
        return new InputAppender(
                "S",
                schema,
                rows -> delivered.addAll(
                        RowSheet.texts(new RowRun().wrap(rows), new RowLayout(schema), new SymbolTable())));
    }

    @Test
    void deliversWhatWasCommittedAsOneBatch() {
        appender.begin(1).setInt(0, 7).setString(5, "é").commit();
        appender.begin(2).setLong(1, 8).commit();
        assertThat(appender.pending()).isEqualTo(2);
        assertThat(delivered).isEmpty();

        appender.flush();
        appender.flush();

        assertThat(delivered)
                .containsExactly("@1[7, null, null, null, null, é]", "@2[null, 8, null, null, null, null]");
        assertThat(appender.pending()).isZero();
    }

    @Test
    void setsColumnsOfTheirOwnTypes() {
        byte[] utf8 = "<ö>".getBytes(StandardCharsets.UTF_8);

        appender.begin(1)
                .setInt(0, -1)
                .setLong(1, 1L << 40)
                .setFloat(2, 1.5f)
                .setDouble(3, 2.5)
                .setBoolean(4, false)
                .setUtf8(5, utf8, 1, 2)
                .commit();
        appender.flush();

        assertThat(delivered).containsExactly("@1[-1, 1099511627776, 1.5, 2.5, false, ö]");
    }

    @Test
    void setsColumnsThatAValueWidensTo() {
        appender.begin(1).setInt(1, 1).setInt(2, 2).setInt(3, 3).commit();
        appender.begin(2).setLong(2, 2).setLong(3, 3).commit();
        appender.begin(3).setFloat(3, 1.5f).commit();
        appender.flush();

        assertThat(delivered)
                .containsExactly(
                        "@1[null, 1, 2.0, 3.0, null, null]",
                        "@2[null, null, 2.0, 3.0, null, null]",
                        "@3[null, null, null, 1.5, null, null]");
    }

    @Test
    void refusesColumnsThatAValueDoesNotWidenTo() {
        RowAppender row = appender.begin(1);

        assertThatIllegalArgumentException().isThrownBy(() -> row.setLong(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> row.setFloat(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> row.setDouble(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> row.setInt(4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> row.setInt(5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> row.setBoolean(0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> row.setString(0, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> row.setUtf8(0, new byte[1], 0, 1));
        assertThat(RunningApp.code(() -> row.set(0, "1"))).isEqualTo(RunError.WRONG_VALUE);
    }

    @Test
    void makesAColumnNullAgain() {
        appender.begin(1)
                .setInt(0, 1)
                .setString(5, "s")
                .setNull(0)
                .setString(5, null)
                .commit();
        appender.begin(2).set(0, 1).set(0, null).set(0, 2).commit();
        appender.flush();

        assertThat(delivered)
                .containsExactly("@1[null, null, null, null, null, null]", "@2[2, null, null, null, null, null]");
    }

    @Test
    void takesMoreColumnsThanOneWordOfNullBits() {
        Schema wide = RowSheet.schema(
                IntStream.range(0, 130).mapToObj(i -> "c" + i + " int").toArray(String[]::new));
        InputAppender rows = appender(wide);
        for (int column : new int[] {0, 63, 64, 127, 128, 129}) {
            delivered.clear();
            rows.begin(1).setInt(column, 5).commit();
            rows.begin(2).setInt(column, 5).setNull(column).commit();
            rows.flush();

            String nulls = "null, ".repeat(129);
            String expected = nulls.substring(0, column * 6) + "5, " + nulls.substring(column * 6);
            assertThat(delivered)
                    .containsExactly(
                            "@1[" + expected.substring(0, expected.length() - 2) + "]", "@2[" + nulls + "null]");
        }
    }

    @Test
    void dropsARowThatIsAborted() {
        appender.begin(1).setInt(0, 1).commit();
        appender.begin(2).setInt(0, 2);
        appender.abort();
        appender.begin(3).setInt(0, 3).commit();
        appender.flush();

        assertThat(delivered)
                .containsExactly("@1[1, null, null, null, null, null]", "@3[3, null, null, null, null, null]");
    }

    @Test
    void refusesValuesWithoutARow() {
        appender.begin(1).setInt(0, 1).commit();

        assertThatIllegalStateException().isThrownBy(() -> appender.setInt(0, 2));
        assertThatIllegalStateException().isThrownBy(() -> appender.set(0, 2));
        assertThatIllegalStateException().isThrownBy(() -> appender.setNull(0));
        assertThatIllegalStateException().isThrownBy(appender::commit);
        appender.flush();

        assertThat(delivered).containsExactly("@1[1, null, null, null, null, null]");
    }

    @Test
    void refusesToDeliverWhileARowIsOpen() {
        appender.begin(1).setInt(0, 1).commit();
        appender.begin(2);

        assertThatIllegalStateException().isThrownBy(appender::flush);
        appender.abort();
        appender.flush();

        assertThat(delivered).hasSize(1);
    }

    @Test
    void forgetsWhatItsReceiverRefused() {
        InputAppender refused = new InputAppender("S", SCHEMA, rows -> {
            throw new IllegalStateException("refused");
        });
        refused.begin(1).commit();

        assertThatIllegalStateException().isThrownBy(refused::flush);

        assertThat(refused.pending()).isZero();
    }

    @Test
    void leavesTimeAndCodesToTheApplication() {
        RunningApp app = RunningApp.started();
        app.time.set(77);
        RowAppender rows = app.input.appender();

        rows.begin().setInt(0, 1).setString(1, "k").commit();
        rows.begin(5).setInt(0, 2).setString(1, "k").commit();
        rows.begin(6).commit();
        rows.flush();

        assertThat(app.seen()).containsExactly("@77[1, k]", "@5[2, k]", "@6[null, null]");
        assertThat(app.runs).containsExactly(3);
        assertThat(app.symbols.size()).isEqualTo(1);
    }
}
