/// From inputs to a diagnosis: findings, causes over symptoms, and what to do.
@NullMarked
package dev.clew.diagnose;

import org.jspecify.annotations.NullMarked;
