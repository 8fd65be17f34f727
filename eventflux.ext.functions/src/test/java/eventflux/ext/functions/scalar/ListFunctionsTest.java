package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListFunctionsTest {

    private final Object list = ListFunctions.create(1, "a", null);

    @Test
    void makesANewListOfEachChange() {
        assertThat(ListFunctions.add(list, 2)).isEqualTo(ListFunctions.create(1, "a", null, 2));
        assertThat(ListFunctions.add(list, 2, 0)).isEqualTo(ListFunctions.create(2, 1, "a", null));
        assertThat(ListFunctions.add(list, 2, 9)).isEqualTo(list);
        assertThat(ListFunctions.addAll(list, List.of(5))).isEqualTo(ListFunctions.create(1, "a", null, 5));
        assertThat(ListFunctions.setValue(list, 1, "b")).isEqualTo(ListFunctions.create(1, "b", null));
        assertThat(ListFunctions.remove(list, "a")).isEqualTo(ListFunctions.create(1, null));
        assertThat(ListFunctions.removeByIndex(list, 0)).isEqualTo(ListFunctions.create("a", null));
        assertThat(list).isEqualTo(ListFunctions.create(1, "a", null));
    }

    @Test
    void saysWhatIsThere() {
        assertThat(ListFunctions.get(list, 1)).isEqualTo("a");
        assertThat(ListFunctions.get(list, 3)).isNull();
        assertThat(ListFunctions.contains(list, null)).isTrue();
        assertThat(ListFunctions.containsAll(list, List.of("a", 1))).isTrue();
        assertThat(ListFunctions.indexOf(list, "b")).isEqualTo(-1);
        assertThat(ListFunctions.size(list)).isEqualTo(3);
        assertThat(ListFunctions.isEmpty(null)).isTrue();
        assertThat(ListFunctions.size(Set.of(1, 2))).isEqualTo(2);
        assertThat(ListFunctions.isList(list)).isTrue();
        assertThat(ListFunctions.isList("a")).isFalse();
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> ListFunctions.size("a"))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.NO_LIST));
    }
}
