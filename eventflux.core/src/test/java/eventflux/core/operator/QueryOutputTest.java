package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryOutputTest {

    private final RowSheet in = new RowSheet(RowSheet.schema("a int"));
    private final RowSheet out = new RowSheet(RowSheet.schema("twice int"));
    private final List<String> seen = new ArrayList<>();
    private final QueryOutput output = new QueryOutput(
            out.builder(),
            (row, context, builder) -> {
                if (row.getInt(0) < 0) {
                    throw new IllegalArgumentException("negative");
                }
                builder.putLong(0, row.getInt(0) * 2L);
            },
            new EvalContext(),
            new EmittedRows(true, true));

    private RunReceiver noting(String name) {
        return run -> seen.add(name + out.texts(run));
    }

    @Test
    void handsOnTheRowsOfAStepTogether() {
        output.add(noting(""));
        in.add(1, 3).add(2, 4);

        output.emit(in.view(0), 0);
        output.emit(in.view(1), RowLayout.EXPIRED_FLAG);
        assertThat(seen).isEmpty();
        output.endStep();
        output.endStep();

        assertThat(seen).containsExactly("[@1[6], -@2[8]]");
        assertThat(output.emitted()).isEqualTo(2);
    }

    @Test
    void handsOnToThoseAddedFirstBeforeTheOthers() {
        RunReceiver watcher = noting("watcher");
        output.add(noting("target"));
        output.addFirst(watcher);
        in.add(1, 3);

        output.emit(in.view(0), 0);
        output.endStep();
        output.remove(watcher);
        output.emit(in.view(0), 0);
        output.endStep();

        assertThat(seen).containsExactly("watcher[@1[6]]", "target[@1[6]]", "target[@1[6]]");
    }

    @Test
    void dropsOnlyTheRowThatCannotBeMade() {
        output.add(noting(""));
        in.add(1, 3).add(2, -1).add(3, 5);

        output.emit(in.view(0), 0);
        assertThatIllegalArgumentException().isThrownBy(() -> output.emit(in.view(1), 0));
        output.emit(in.view(2), 0);
        output.endStep();

        assertThat(seen).containsExactly("[@1[6], @3[10]]");
    }

    @Test
    void countsRowsThatNobodyTakes() {
        in.add(1, 3);

        output.emit(in.view(0), 0);
        output.endStep();

        assertThat(output.emitted()).isEqualTo(1);
        assertThat(out.batch().isEmpty()).isTrue();
    }
}
