package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryEntryTest {

    private final RowSheet in = new RowSheet(RowSheet.schema("a int", "t string"));
    private final RowSheet out = new RowSheet(RowSheet.schema("a int"));
    private final List<String> seen = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final EvalContext context = new EvalContext();

    /** Fails on 0 and takes positive numbers. */
    private static final class Positive implements RowSelect {

        @Override
        public boolean test(RowView row, EvalContext context) {
            return 10 / row.getInt(0) > 0;
        }

        @Override
        public void project(RowView row, EvalContext context, RowBuilder out) {
            out.putLong(0, row.getInt(0));
        }

        @Override
        public void select(RunCursor rows, EvalContext context, RowBuilder out) {
            while (rows.next()) {
                if (test(rows.row(), context)) {
                    out.begin(rows.row().timestamp(), 0);
                    project(rows.row(), context, out);
                    out.commit();
                }
            }
        }
    }

    private QueryEntry entry(boolean stepByRow) {
        RowSelect positive = new Positive();
        QueryOutput output = new QueryOutput(out.builder(), positive, context, new EmittedRows(true, false));
        output.add(run -> seen.add(out.texts(run).toString()));
        return new QueryEntry(
                "query",
                new RunCursor(new RowView(in.layout(), in.symbols())),
                new SelectStage(positive, context, output),
                stepByRow,
                (where, row, cause) -> failed.add(where + " " + row + " " + cause.getMessage()));
    }

    @Test
    void takesARunAsOneStep() {
        in.add(1, 5, "a").add(2, -5, "a").add(3, 6, "a");

        entry(false).receive(in.run());

        assertThat(seen).containsExactly("[@1[5], @3[6]]");
        assertThat(failed).isEmpty();
    }

    @Test
    void takesEachRowAsAStepWhereThatIsAskedFor() {
        in.add(1, 5, "a").add(2, -5, "a").add(3, 6, "a longer text");

        entry(true).receive(in.run());

        assertThat(seen).containsExactly("[@1[5]]", "[@3[6]]");
    }

    @Test
    void dropsOnlyTheRowsThatFail() {
        in.add(1, 5, "a")
                .add(2, 0, "a")
                .add(3, 0, "a longer text")
                .add(4, 6, "a")
                .add(5, 0, "a");

        entry(false).receive(in.run());

        assertThat(seen).containsExactly("[@1[5], @4[6]]");
        assertThat(failed)
                .containsExactly(
                        "query @2[0, a] / by zero", "query @3[0, a longer text] / by zero", "query @5[0, a] / by zero");
    }

    @Test
    void dropsOnlyTheRowsThatFailWhereEachRowIsAStep() {
        in.add(1, 0, "a").add(2, 5, "a").add(3, 0, "a").add(4, 6, "a");

        entry(true).receive(in.run());

        assertThat(seen).containsExactly("[@2[5]]", "[@4[6]]");
        assertThat(failed).hasSize(2);
    }
}
