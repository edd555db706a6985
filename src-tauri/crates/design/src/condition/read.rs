//! Reading a condition, so that an error names the key at which it stands.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{AttributeTest, Condition};
use crate::maybe::Maybe;

const FORMS: &str = "a condition is {\"all\": […]}, {\"any\": […]}, {\"none\": […]} or one leaf: attribute, \
    matchedBuyingGroup, memberOfBuyingGroup, eventHistory, memberOfAccountList, roleInAccount, hasPerson";

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ConditionVisitor)
    }
}

struct ConditionVisitor;

impl<'de> Visitor<'de> for ConditionVisitor {
    type Value = Condition;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a condition, as in {\"all\": []}")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Condition, M::Error> {
        let (mut attribute, mut op, mut value) = (None, None, Maybe::Absent);
        let mut whole = None;
        let mut keys = 0;
        while let Some(key) = map.next_key::<String>()? {
            keys += 1;
            match key.as_str() {
                "attribute" => attribute = Some(map.next_value()?),
                "op" => op = Some(map.next_value()?),
                "value" => value = map.next_value()?,
                "all" => whole = Some(Condition::All(map.next_value()?)),
                "any" => whole = Some(Condition::Any(map.next_value()?)),
                "none" => whole = Some(Condition::None(map.next_value()?)),
                "matchedBuyingGroup" => whole = Some(Condition::MatchedBuyingGroup(map.next_value()?)),
                "memberOfBuyingGroup" => whole = Some(Condition::MemberOfBuyingGroup(map.next_value()?)),
                "eventHistory" => whole = Some(Condition::EventHistory(map.next_value()?)),
                "memberOfAccountList" => whole = Some(Condition::MemberOfAccountList(map.next_value()?)),
                "roleInAccount" => whole = Some(Condition::RoleInAccount(map.next_value()?)),
                "hasPerson" => whole = Some(Condition::HasPerson(Box::new(map.next_value()?))),
                other => return Err(M::Error::custom(format!("the key `{other}` is unknown here; {FORMS}"))),
            }
        }
        match (whole, attribute, op) {
            (Some(condition), None, None) if keys == 1 => Ok(condition),
            (None, Some(attribute), Some(op)) => {
                Ok(Condition::Attribute(AttributeTest { attribute, op, value }))
            }
            (None, Some(_), None) => Err(M::Error::missing_field("op")),
            _ => Err(M::Error::custom(format!("this is not one condition; {FORMS}"))),
        }
    }
}
