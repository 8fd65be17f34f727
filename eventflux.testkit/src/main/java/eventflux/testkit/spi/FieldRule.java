package eventflux.testkit.spi;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rule that an extension keeps nothing that changes in fields: fields are final, and what they refer to, as far as
 * it is the extension's own, follows the same rule. What changes lives in the state that the context hands out.
 */
public final class FieldRule {

    /** The platform, loggers, the API, and the handles that the test kit gives out in place of an engine. */
    private static final List<String> FOREIGN = List.of(
            "java.",
            "org.slf4j.",
            "eventflux.api.",
            "eventflux.testkit.state.",
            "eventflux.testkit.row.",
            "eventflux.testkit.spi.");

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private FieldRule() {}

    /**
     * Looks at an object and what it refers to.
     *
     * @throws AssertionError with a sentence about the first field that breaks the rule
     */
    public static void check(Object extension) {
        FieldRule rule = new FieldRule();
        rule.open.add(extension);
        while (!rule.open.isEmpty()) {
            rule.checkFields(rule.open.remove());
        }
    }

    private void checkFields(Object owner) {
        if (!seen.add(owner)) {
            return;
        }
        for (Class<?> type = owner.getClass(); type != null && isOwn(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    checkField(owner, field);
                }
            }
        }
    }

    private void checkField(Object owner, Field field) {
        if (!Modifier.isFinal(field.getModifiers())) {
            throw broken(field, "is not final: keep what changes in a cell of the context's state()");
        }
        if (field.getType().isArray()) {
            throw broken(
                    field, "is an array, which can change: use List.copyOf, or a container of the context's state()");
        }
        Object value = valueOf(owner, field);
        if (isChangeableContainer(value)) {
            throw broken(
                    field, "is a container that can change: use a copyOf, or a container of the context's state()");
        }
        if (value != null && isOwn(value.getClass())) {
            open.add(value);
        }
    }

    private static Object valueOf(Object owner, Field field) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("field=" + field, e);
        }
    }

    private static boolean isChangeableContainer(Object value) {
        boolean isContainer = value instanceof Collection || value instanceof Map;
        return isContainer && !value.getClass().getName().startsWith("java.util.ImmutableCollections$")
                || value != null && value.getClass().getName().startsWith("java.util.concurrent.atomic.");
    }

    private static boolean isOwn(Class<?> type) {
        String name = type.getName();
        return FOREIGN.stream().noneMatch(name::startsWith);
    }

    private static AssertionError broken(Field field, String rule) {
        return new AssertionError(
                "Field " + field.getDeclaringClass().getSimpleName() + "." + field.getName() + " " + rule + ".");
    }
}
