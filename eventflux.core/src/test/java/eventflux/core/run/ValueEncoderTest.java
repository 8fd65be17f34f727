package eventflux.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eventflux.api.error.EventFluxException;
import eventflux.core.row.RowSheet;
import org.junit.jupiter.api.Test;

class ValueEncoderTest {

    private final RowSheet sheet =
            new RowSheet(RowSheet.schema("i int", "l long", "f float", "d double", "b bool", "s string"));
    private final ValueEncoder encoder = new ValueEncoder("S", sheet.layout());

    private Object stored(int column, Object value) {
        sheet.batch().clear();
        sheet.builder().begin(0, 0);
        sheet.builder().putAllNull();
        sheet.builder().clearNull(column);
        encoder.encode(column, value, sheet.builder());
        sheet.builder().commit();
        return sheet.view(0).get(column);
    }

    private boolean isRefused(int column, Object value) {
        EventFluxException refusal = catchThrowableOfType(EventFluxException.class, () -> stored(column, value));
        return refusal != null && refusal.problems().get(0).code() == RunError.WRONG_VALUE;
    }

    @Test
    void storesValuesOfTheColumnsOwnType() {
        assertThat(stored(0, 1)).isEqualTo(1);
        assertThat(stored(1, 1L)).isEqualTo(1L);
        assertThat(stored(2, 1.5f)).isEqualTo(1.5f);
        assertThat(stored(3, 1.5)).isEqualTo(1.5);
        assertThat(stored(4, true)).isEqualTo(true);
        assertThat(stored(5, "text")).isEqualTo("text");
        for (int column = 0; column < 6; column++) {
            assertThat(stored(column, null)).isNull();
        }
    }

    @Test
    void storesValuesThatWiden() {
        assertThat(stored(0, (short) 3)).isEqualTo(3);
        assertThat(stored(0, (byte) -3)).isEqualTo(-3);
        assertThat(stored(1, 3)).isEqualTo(3L);
        assertThat(stored(1, (short) 3)).isEqualTo(3L);
        assertThat(stored(2, 3)).isEqualTo(3f);
        assertThat(stored(2, 3L)).isEqualTo(3f);
        assertThat(stored(3, 3)).isEqualTo(3.0);
        assertThat(stored(3, 3L)).isEqualTo(3.0);
        assertThat(stored(3, 1.5f)).isEqualTo(1.5);
    }

    @Test
    void refusesValuesThatDoNot() {
        Object[][] refused = {
            {1L, 1.5f, 1.5, true, "1", 'c'},
            {1.5f, 1.5, true, "1"},
            {1.5, true, "1"},
            {true, "1"},
            {1, "true"},
            {1, 1.5, true, 'c', new StringBuilder("text")}
        };
        for (int column = 0; column < refused.length; column++) {
            for (Object value : refused[column]) {
                assertThat(isRefused(column, value)).as("%d %s", column, value).isTrue();
            }
        }
    }

    @Test
    void saysWhichColumnAndWhichTypes() {
        EventFluxException refusal = catchThrowableOfType(EventFluxException.class, () -> stored(0, "one"));

        assertThat(refusal.problems().get(0).values())
                .containsEntry("column", "i")
                .containsEntry("stream", "S")
                .containsEntry("expected", "INT")
                .containsEntry("found", "String");
    }

    @Test
    void refusesTooFewAndTooManyValues() {
        for (Object[] values : new Object[][] {{}, {1}, {1, 1L, 1f, 1d, true, "s", "more"}}) {
            assertThat(RunningApp.code(() -> encoder.encode(values, sheet.builder())))
                    .isEqualTo(RunError.WRONG_ARITY);
        }
    }
}
