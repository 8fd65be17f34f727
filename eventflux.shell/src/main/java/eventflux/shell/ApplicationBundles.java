package eventflux.shell;

import org.apache.felix.service.command.Converter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets Felix's commands that act on bundles, such as {@code stop} and {@code update}, take the name of an application for its bundle. Numbers
 * stay those of bundles.
 */
@Component(service = Converter.class, property = "osgi.converter.classes=org.osgi.framework.Bundle")
public final class ApplicationBundles implements Converter {

    private final Applications applications;
    private final BundleContext context;

    /** Asks for the bundles of a node. */
    @Activate
    public ApplicationBundles(@Reference Applications applications, BundleContext context) {
        this.applications = applications;
        this.context = context;
    }

    /** Answers null, whereupon Gogo asks others, unless it is the name of an application that has a bundle. */
    @Override
    public Object convert(Class<?> desired, Object word) {
        if (desired != Bundle.class || !(word instanceof CharSequence) || isNumber(word.toString())) {
            return null;
        }
        return applications
                .find(word.toString())
                .flatMap(Application::deployment)
                .map(deployment -> context.getBundle(deployment.bundleId()))
                .orElse(null);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    @Override
    public CharSequence format(Object target, int level, Converter escape) {
        return null;
    }
}
