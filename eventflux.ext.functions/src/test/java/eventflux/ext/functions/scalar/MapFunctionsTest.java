package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapFunctionsTest {

    private final Object map = MapFunctions.create("a", 1, "b", 2);

    @Test
    void makesANewMapOfEachChange() {
        assertThat(MapFunctions.put(map, "a", 3)).isEqualTo(Map.of("a", 3, "b", 2));
        assertThat(MapFunctions.putIfAbsent(map, "a", 3)).isEqualTo(map);
        assertThat(MapFunctions.putAll(map, Map.of("c", 4))).isEqualTo(Map.of("a", 1, "b", 2, "c", 4));
        assertThat(MapFunctions.replace(map, "c", 4)).isEqualTo(map);
        assertThat(MapFunctions.replace(map, "b", 4)).isEqualTo(Map.of("a", 1, "b", 4));
        assertThat(MapFunctions.remove(map, "a")).isEqualTo(Map.of("b", 2));
        assertThat(map).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void saysWhatIsThere() {
        assertThat(MapFunctions.get(map, "a")).isEqualTo(1);
        assertThat(MapFunctions.get(map, "c")).isNull();
        assertThat(MapFunctions.get(map, "c", 9)).isEqualTo(9);
        assertThat(MapFunctions.containsKey(map, "b")).isTrue();
        assertThat(MapFunctions.containsValue(map, 3)).isFalse();
        assertThat(MapFunctions.keys(map)).isEqualTo(List.of("a", "b"));
        assertThat(MapFunctions.values(map)).isEqualTo(List.of(1, 2));
        assertThat(MapFunctions.size(map)).isEqualTo(2);
        assertThat(MapFunctions.isEmpty(null)).isTrue();
        assertThat(MapFunctions.isMap(List.of())).isFalse();
    }

    @Test
    void refusesWhatIsNoMapAndAKeyWithoutValue() {
        assertThatThrownBy(() -> MapFunctions.size("a"))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.NO_MAP));
        assertThatThrownBy(() -> MapFunctions.create("a"))
                .satisfies(e -> TextFunctionsTest.hasCode(e, FunctionError.KEY_WITHOUT_VALUE));
    }
}
