package eventflux.core.operator.condition;

/** Makes conditions of texts. */
@FunctionalInterface
public interface ConditionTexts {

    /**
     * The condition that a text stands for, with nothing counted.
     *
     * @throws eventflux.api.error.EventFluxException when it stands for none
     */
    TextCondition read(String text);
}
