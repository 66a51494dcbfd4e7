//! What a plain YAML scalar means: the core schema of YAML 1.2, and dates.

use crate::data::Value;

/// The value of a plain scalar; none for a number that is too large.
pub(super) fn resolve(text: &str) -> Option<Value> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Some(Value::Null),
        "true" | "True" | "TRUE" => return Some(Value::Bool(true)),
        "false" | "False" | "FALSE" => return Some(Value::Bool(false)),
        ".nan" | ".NaN" | ".NAN" => return Some(Value::Float(f64::NAN)),
        _ => {}
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return Some(Value::Float(if text.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY }));
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix)
            && !digits.is_empty()
            && digits.chars().all(|digit| digit.is_digit(radix))
        {
            return i64::from_str_radix(digits, radix).ok().map(Value::Integer);
        }
    }
    if all_digits(unsigned) {
        return text.parse().ok().map(Value::Integer);
    }
    if is_float(unsigned) {
        return text.parse().ok().filter(|float: &f64| float.is_finite()).map(Value::Float);
    }
    if is_date(text) {
        return Some(Value::Date(text.to_owned()));
    }
    Some(Value::String(text.to_owned()))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `1.5`, `.5`, `1.`, `1e3`; the sign has been taken off.
fn is_float(text: &str) -> bool {
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |part: &str| part.is_empty() || all_digits(part);
    digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|power| all_digits(power.strip_prefix(['+', '-']).unwrap_or(power)))
}

/// A date, perhaps with a time, perhaps impossible: the rules for dates judge that.
fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let (Some(year), Some(month), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let day = rest.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let time = &rest[day.len()..];
    year.len() == 4
        && all_digits(year)
        && month.len() <= 2
        && all_digits(month)
        && day.len() <= 2
        && all_digits(day)
        && (time.is_empty()
            || time.starts_with(['T', 't', ' ']) && time[1..].bytes().all(|byte| b"0123456789:.+-Zz ".contains(&byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_follow_the_core_schema() {
        let float = |text: &str| matches!(resolve(text), Some(Value::Float(_)));
        let string = |text: &str| resolve(text) == Some(Value::String(text.to_owned()));
        assert!(["1.5", "-.5", "1.", "1e3", "-1.5E+2", ".inf", "-.INF", ".nan"].iter().all(|text| float(text)));
        assert!(
            ["yes", "no", ".", "-", "e3", "1e", "0x", "12:30", "1_000", "nan", "infinity"]
                .iter()
                .all(|text| string(text))
        );
        assert_eq!(resolve("-12"), Some(Value::Integer(-12)));
        assert_eq!(resolve("0x1F"), Some(Value::Integer(31)));
        assert_eq!(resolve("0o17"), Some(Value::Integer(15)));
        assert_eq!(resolve("~"), Some(Value::Null));
        assert_eq!(resolve("99999999999999999999"), None);
        assert_eq!(resolve("1e999"), None);
    }

    #[test]
    fn dates_are_dates_and_texts_that_begin_like_one_are_not() {
        let date = |text: &str| resolve(text) == Some(Value::Date(text.to_owned()));
        assert!(
            ["2022-09-01", "0000-00-00", "2022-9-1", "2022-09-01 14:00", "2022-02-30T25:00:00+07:00"]
                .iter()
                .all(|t| date(t))
        );
        assert!(!["2022-09-01 Kunjungan", "0274-555-1234", "2022-09", "2022-09-01x", "x-1-2"].iter().any(|t| date(t)));
    }
}
