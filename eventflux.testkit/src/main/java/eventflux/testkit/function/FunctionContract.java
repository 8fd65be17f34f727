package eventflux.testkit.function;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionContext;
import eventflux.api.spi.function.FunctionLibrary;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every library of functions owes the engine. The test of a library extends this class, names it and gives calls with what they
 * give, at least one for each function.
 */
public abstract class FunctionContract {

    private static final Set<Class<?>> TYPES = Set.of(
            int.class,
            Integer.class,
            long.class,
            Long.class,
            float.class,
            Float.class,
            double.class,
            Double.class,
            boolean.class,
            Boolean.class,
            String.class,
            Object.class);

    /** The library under test. */
    protected abstract FunctionLibrary library();

    /** Calls, and what they give. */
    protected abstract List<FunctionCase> cases();

    /** What functions that take a {@link FunctionContext} are told. */
    protected FunctionContext context() {
        return new FunctionContext() {

            @Override
            public long now() {
                return 0;
            }

            @Override
            public long eventTimestamp() {
                return 0;
            }
        };
    }

    @TestFactory
    final Stream<DynamicTest> describesItsFunctions() {
        return functions().stream().map(method -> DynamicTest.dynamicTest(method.getName(), () -> check(method)));
    }

    private void check(Method method) {
        Function function = method.getAnnotation(Function.class);
        assertAll(
                () -> assertTrue(Modifier.isPublic(library().getClass().getModifiers()), "its class is not public"),
                () -> assertTrue(Modifier.isPublic(method.getModifiers()), "it is not public"),
                () -> assertTrue(Modifier.isStatic(method.getModifiers()), "it is not static"),
                () -> assertTrue(function.name().length > 0, "it has no name"),
                () -> assertTrue(function.description().endsWith("."), "the description is no sentence"),
                () -> assertTrue(hasExample(function.name()[0]), "none of its overloads has an example"),
                () -> assertTrue(TYPES.contains(method.getReturnType()), "it returns " + method.getReturnType()),
                () -> assertAll(FunctionMethods.parameters(method).stream()
                        .map(type -> () -> assertTrue(TYPES.contains(type), "it takes " + type))));
    }

    @TestFactory
    final Stream<DynamicTest> givesWhatTheCasesSay() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
                    assertEquals(one.result(), methods().call(one, context()));
                }));
    }

    /** Calls come from many queries in any order, so a function that remembers something gives each of them something else. */
    @Test
    final void remembersNothingBetweenTwoCalls() throws ReflectiveOperationException {
        List<FunctionCase> shuffled = new ArrayList<>(cases());
        Random order = new Random(7);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(shuffled, order);
            for (FunctionCase one : shuffled) {
                assertEquals(one.result(), methods().call(one, context()), one::toString);
            }
        }
    }

    @Test
    final void callsEveryFunction() throws ReflectiveOperationException {
        Set<Method> open = new HashSet<>(functions());
        for (FunctionCase one : cases()) {
            open.remove(methods().of(one));
        }
        assertEquals(Set.of(), open, "functions without a case");
    }

    private List<Method> functions() {
        return Arrays.stream(library().getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Function.class))
                .toList();
    }

    private boolean hasExample(String name) {
        return functions().stream()
                .map(method -> method.getAnnotation(Function.class))
                .anyMatch(other -> other.name()[0].equals(name) && other.examples().length > 0);
    }

    private FunctionMethods methods() {
        return new FunctionMethods(functions());
    }
}
