/// Kubernetes objects as JSON and YAML.
@NullMarked
package dev.clew.bundle.object;

import org.jspecify.annotations.NullMarked;
