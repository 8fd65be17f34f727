package eventflux.ext.functions.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionContext;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.function.Prepared;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all libraries of this bundle have in common. */
class LibrariesTest {

    private static final Set<Class<?>> TYPES = Set.of(
            int.class,
            long.class,
            float.class,
            double.class,
            boolean.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Boolean.class,
            String.class,
            Object.class);

    @Test
    void areFoundWithoutOsgi() {
        // given
        Stream<Class<?>> found =
                ServiceLoader.load(FunctionLibrary.class).stream().map(ServiceLoader.Provider::type);

        // then
        assertThat(found)
                .contains(
                        MathFunctions.class,
                        ChoiceFunctions.class,
                        TextFunctions.class,
                        NewTextFunctions.class,
                        DateFunctions.class,
                        TimeFunctions.class,
                        RegexFunctions.class,
                        StrFunctions.class,
                        NumberFunctions.class,
                        CodingFunctions.class,
                        JsonFunctions.class,
                        SetFunctions.class,
                        ListFunctions.class,
                        MapFunctions.class,
                        JsonObjectFunctions.class);
    }

    @Test
    void haveMethodsThatAQueryCanCall() {
        assertThat(methods()).isNotEmpty().allSatisfy(method -> {
            assertThat(Modifier.isPublic(method.getModifiers())).isTrue();
            assertThat(Modifier.isStatic(method.getModifiers())).isTrue();
            assertThat(TYPES).contains(method.getReturnType());
            assertThat(argumentTypes(method))
                    .allSatisfy(type -> assertThat(TYPES).contains(type));
        });
    }

    @Test
    void haveOneMethodForEachNameAndArguments() {
        // given
        Set<String> seen = new HashSet<>();

        // then
        assertThat(methods())
                .allSatisfy(method -> assertThat(
                                method.getAnnotation(Function.class).name())
                        .allSatisfy(name -> assertThat(seen.add(name + argumentTypes(method)))
                                .isTrue()));
    }

    @Test
    void keepTheOverloadsOfANameTogether() {
        // given
        Map<String, Set<Class<?>>> classes = methods()
                .collect(Collectors.groupingBy(
                        method -> method.getAnnotation(Function.class).name()[0],
                        Collectors.mapping(Method::getDeclaringClass, Collectors.toSet())));

        // then
        assertThat(classes).allSatisfy((name, owners) -> assertThat(owners).hasSize(1));
    }

    @Test
    void describeEveryFunctionWithASentenceAndAnExample() {
        // given
        Map<String, List<Function>> byName = methods()
                .map(method -> method.getAnnotation(Function.class))
                .collect(Collectors.groupingBy(function -> function.name()[0]));

        // then
        assertThat(byName).allSatisfy((name, functions) -> {
            assertThat(functions).allMatch(function -> function.description().endsWith("."));
            assertThat(functions).anyMatch(function -> function.examples().length > 0);
        });
    }

    private static Stream<Method> methods() {
        return ServiceLoader.load(FunctionLibrary.class).stream()
                .map(ServiceLoader.Provider::type)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Function.class));
    }

    private static List<Class<?>> argumentTypes(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() != FunctionContext.class)
                .<Class<?>>map(parameter -> parameter.isAnnotationPresent(Prepared.class)
                        ? String.class
                        : parameter.getType().isArray() ? parameter.getType().getComponentType() : parameter.getType())
                .toList();
    }
}
