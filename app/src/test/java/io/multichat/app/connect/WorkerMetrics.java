package io.multichat.app.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The metrics of a worker as monitoring sees them, through JMX.
 *
 * @param port the worker's JMX port
 */
public record WorkerMetrics(int port) {
    /**
     * The values of all beans that match a pattern such as {@code kafka.connect:type=plugins,*}. The keys are the bean's
     * name, a space and the attribute.
     */
    public Map<String, Object> of(String pattern) {
        Map<String, Object> values = new TreeMap<>();
        try (JMXConnector connector = JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi"))) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            for (ObjectName bean : server.queryNames(new ObjectName(pattern), null)) {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
                    values.put(bean + " " + attribute.getName(), server.getAttribute(bean, attribute.getName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
